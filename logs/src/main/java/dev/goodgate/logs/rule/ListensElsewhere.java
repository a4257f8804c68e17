package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;
import java.util.List;

/// The application says where it listens. The proxy was refused at another port, or at another
/// address than the loopback it is bound to; or at the same one, so it was not there yet.
final class ListensElsewhere implements Rule {
    private static final int STRONG = 75;

    @Override
    public String id() {
        return "listens-elsewhere";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.symptom(Symptom.CONNECT_REFUSED)) return;
        List<String> dialled =
                facts.upstreams().stream().filter(one -> !Facts.port(one).isEmpty()).toList();
        List<String> heard = Listening.in(facts);
        if (dialled.size() != 1 || heard.size() != 1) return;
        beliefs.raise(cause(dialled.getFirst(), heard.getFirst()), STRONG, id());
    }

    private static String cause(String dialled, String heard) {
        if (!Facts.port(dialled).equals(Facts.port(heard))) return "wrong-upstream-port";
        boolean within = Facts.loopback(heard) || Facts.loopback6(heard);
        boolean from = Facts.loopback(dialled) || Facts.loopback6(dialled);
        boolean all = Facts.host(heard).equals("0.0.0.0");
        return within && !from && !all ? "wrong-upstream-host" : "upstream-not-ready";
    }
}

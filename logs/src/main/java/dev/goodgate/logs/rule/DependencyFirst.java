package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;
import java.util.List;

/// An application that crashed, or did not start, as its database or cache refused it: what it
/// depends on is the cause, the crash its consequence. On this machine itself a refusal may as well
/// be a matter of addresses, so that says nothing here.
final class DependencyFirst implements Rule {
    private static final int STRONG = 70;
    private static final int LEFT = 60;
    private static final List<String> CONSEQUENCES =
            List.of("upstream-crashed", "upstream-startup-failed", "app-exception");

    @Override
    public String id() {
        return "dependency-first";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.symptom(Symptom.ORIGIN_DEPENDENCY)) return;
        for (String upstream : facts.upstreams()) {
            String cause = Ports.cause(Facts.port(upstream));
            boolean here = Facts.loopback(upstream) || Facts.loopback6(upstream);
            if (cause.isEmpty() || here || beliefs.of(cause) == 0) continue;
            beliefs.raise(cause, STRONG, id());
            for (String other : CONSEQUENCES) beliefs.lower(other, LEFT, id());
            return;
        }
    }
}

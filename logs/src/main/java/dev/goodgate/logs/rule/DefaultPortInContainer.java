package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// A container refuses port 80, the one a proxy dials when nobody names another: applications in
/// containers mostly listen on a port of their own.
final class DefaultPortInContainer implements Rule {
    private static final int STRONG = 45;

    @Override
    public String id() {
        return "default-port-in-container";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.symptom(Symptom.CONNECT_REFUSED)) return;
        boolean such =
                facts.every(
                        upstream -> Facts.bridged(upstream) && Facts.port(upstream).equals("80"));
        if (such) beliefs.raise("wrong-upstream-port", STRONG, id());
    }
}

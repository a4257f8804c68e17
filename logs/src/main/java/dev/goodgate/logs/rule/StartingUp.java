package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// The application says that it is at its migrations while requests to it are refused or wait: it
/// is not ready yet.
final class StartingUp implements Rule {
    private static final int STRONG = 74;
    private static final int LEFT = 70;

    @Override
    public String id() {
        return "starting-up";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        boolean waits = facts.symptom(Symptom.RESPONSE_FIRST_BYTE_TIMEOUT);
        if (!facts.sign("app.migrations")) return;
        if (!waits && !facts.symptom(Symptom.CONNECT_REFUSED)) return;
        beliefs.raise("upstream-not-ready", STRONG, id());
        beliefs.lower("upstream-read-timeout", LEFT, id());
    }
}

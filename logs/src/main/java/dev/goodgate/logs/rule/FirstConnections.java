package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// The first connections that a proxy carries since its own start are refused by another container:
/// both were started together, and the application is not ready yet.
final class FirstConnections implements Rule {
    private static final int STRONG = 40;
    private static final int FIRST = 3;

    @Override
    public String id() {
        return "first-connections";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.symptom(Symptom.CONNECT_REFUSED) || !facts.every(Facts::bridged)) return;
        for (int number = 1; number <= FIRST; number++) {
            if (!facts.says(": *" + number + " connect() failed")) continue;
            beliefs.raise("upstream-not-ready", STRONG, id());
            return;
        }
    }
}

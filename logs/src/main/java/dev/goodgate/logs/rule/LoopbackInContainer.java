package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// From inside a container, localhost is the container itself: the service stands in another one.
final class LoopbackInContainer implements Rule {
    private static final int STRONG = 65;
    private static final int LEFT = 50;

    @Override
    public String id() {
        return "loopback-in-container";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.symptom(Symptom.CONNECT_REFUSED)) return;
        boolean local =
                facts.every(upstream -> Facts.loopback(upstream) || Facts.loopback6(upstream))
                        || (facts.upstreams().isEmpty() && facts.says("localhost"));
        if (!local || !facts.contained()) return;
        beliefs.raise("wrong-upstream-host", STRONG, id());
        beliefs.lower("upstream-not-listening", LEFT, id());
        beliefs.lower("database-down", LEFT, id());
    }
}

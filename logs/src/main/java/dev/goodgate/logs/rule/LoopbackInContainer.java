package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// From inside a container, localhost is the container itself: the service stands in another one.
/// Tunnels and the proxies of Go's world mostly run in one, whether their lines show it or not.
final class LoopbackInContainer implements Rule {
    private static final int STRONG = 65;
    private static final int LEFT = 50;

    @Override
    public String id() {
        return "loopback-in-container";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        boolean dependency = facts.contained() && facts.symptom(Symptom.ORIGIN_DEPENDENCY);
        if (!facts.symptom(Symptom.CONNECT_REFUSED) && !dependency) return;
        boolean local =
                facts.every(upstream -> Facts.loopback(upstream) || Facts.loopback6(upstream))
                        || (facts.upstreams().isEmpty() && facts.says("localhost"));
        if (!local || !(facts.contained() || mostlyContained(facts))) return;
        beliefs.raise("wrong-upstream-host", STRONG, id());
        beliefs.lower("upstream-not-listening", LEFT, id());
        beliefs.lower("database-down", LEFT, id());
    }

    private static boolean mostlyContained(Facts facts) {
        return facts.dialect("cloudflared") || facts.dialect("traefik") || facts.dialect("caddy");
    }
}

package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// A name such as localhost was dialled as `::1` and refused there: the service listens on IPv4
/// only. Unless IPv4 was refused as well, or a database or cache stood there.
final class Ipv6Loopback implements Rule {
    private static final int STRONG = 88;
    private static final int WEAK = 30;

    @Override
    public String id() {
        return "ipv6-loopback";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.symptom(Symptom.CONNECT_REFUSED)) return;
        boolean v6 = facts.some(Facts::loopback6) || facts.says("[::1]:") || facts.says(" ::1:");
        if (!v6) return;
        boolean v4 = facts.some(Facts::loopback) || facts.says("127.0.0.1");
        boolean service = Ports.backing(facts);
        beliefs.raise("ipv6-localhost-mismatch", v4 || service ? WEAK : STRONG, id());
    }
}

package dev.goodgate.logs.rule;

import dev.goodgate.diagnosis.Symptom;

/// The kernel denied a dial: over TCP only a security policy does that; at a socket it is mostly
/// its file mode.
final class DeniedDial implements Rule {
    private static final int STRONG = 90;

    @Override
    public String id() {
        return "denied-dial";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.says("(13: permission denied)") && !facts.says("(13)permission denied")) return;
        boolean denied =
                facts.symptom(Symptom.CONNECT_PROHIBITED)
                        || facts.symptom(Symptom.CONNECT_SOCKET_PERMISSION)
                        || facts.symptom(Symptom.CONNECT_OTHER);
        if (!denied || facts.upstreams().isEmpty()) return;
        if (facts.every(Facts::socket)) {
            boolean policy = facts.sign("selinux.");
            beliefs.raise(policy ? "selinux-denied" : "unix-socket-permission", STRONG, id());
        } else if (!facts.some(Facts::socket)) {
            beliefs.raise("selinux-denied", STRONG, id());
        }
    }
}

package dev.goodgate.logs.rule;

/// Apache says that it made a new connection for the request whose answer failed to come: no old
/// one that the server had closed meanwhile.
final class NewConnection implements Rule {
    private static final int STRONG = 40;
    private static final int LEFT = 15;

    @Override
    public String id() {
        return "new-connection";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.sign("apache.connected")) return;
        if (!facts.sign("apache.status-line.end") && !facts.sign("apache.status-line.reset"))
            return;
        beliefs.lower("keepalive-race", LEFT, id());
        beliefs.raise("upstream-closed-early", STRONG, id());
    }
}

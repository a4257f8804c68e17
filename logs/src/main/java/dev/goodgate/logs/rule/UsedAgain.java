package dev.goodgate.logs.rule;

/// The connection had carried an answer before, and the server closed it without one to this
/// request.
final class UsedAgain implements Rule {
    private static final int STRONG = 60;

    @Override
    public String id() {
        return "used-again";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        if (!facts.sign("varnish.reuse") || !facts.sign("varnish.fetch.eof")) return;
        beliefs.raise("keepalive-race", STRONG, id());
    }
}

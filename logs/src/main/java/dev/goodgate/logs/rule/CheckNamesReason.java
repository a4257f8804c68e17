package dev.goodgate.logs.rule;

/// No server is left because its health check failed, and the check says why: that is the cause,
/// not that none is left.
final class CheckNamesReason implements Rule {
    private static final int LEFT = 30;

    @Override
    public String id() {
        return "check-names-reason";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        boolean haproxy =
                facts.sign("haproxy.check.connect-")
                        || facts.sign("haproxy.check.answer")
                        || facts.sign("haproxy.check.tls");
        boolean caddy =
                facts.sign("caddy.health.failed")
                        && (facts.sign("go.dial.") || facts.sign("go.read."));
        if (haproxy || caddy) beliefs.lower("no-healthy-upstream", LEFT, id());
    }
}

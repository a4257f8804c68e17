package dev.goodgate.logs.rule;

/// The client that a proxy names is the upstream it dials: it asks itself.
final class ProxyLoop implements Rule {
    private static final int STRONG = 82;
    private static final String CLIENT = "client: ";

    @Override
    public String id() {
        return "proxy-loop";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        for (String upstream : facts.upstreams()) {
            String host = Facts.host(upstream);
            boolean here = Facts.loopback(upstream) || Facts.loopback6(upstream);
            if (host.isEmpty() || here) continue;
            if (!facts.says(CLIENT + host + ",")) continue;
            beliefs.raise("loop-detected", STRONG, id());
            return;
        }
    }
}

package dev.goodgate.logs.rule;

import dev.goodgate.logs.tally.Group;

/// A connection that could not be made took seconds to fail: nobody refused it, packets were lost.
final class SlowFailure implements Rule {
    private static final int STRONG = 55;
    private static final int LEFT = 60;
    private static final long SLOW = 900;

    @Override
    public String id() {
        return "slow-failure";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        for (Group group : facts.groups()) {
            boolean failed = group.key().sign().equals("squid.err.connect-fail");
            if (!failed || group.durations().count() == 0) continue;
            if (group.durations().quantile(0.1) < SLOW) return;
            beliefs.raise("connect-timeout-firewall", STRONG, id());
            beliefs.lower("upstream-not-listening", LEFT, id());
            return;
        }
    }
}

package dev.goodgate.logs.rule;

import dev.goodgate.logs.tally.Group;
import java.util.HashSet;
import java.util.Set;

/// nginx took one server out of its pool, which it does only where there are others, and only that
/// one failed.
final class OneOfPool implements Rule {
    private static final int STRONG = 55;

    @Override
    public String id() {
        return "one-of-pool";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        Set<String> disabled = new HashSet<>();
        for (Group group : facts.groups()) {
            if (group.key().sign().equals("nginx.upstream.disabled")) {
                disabled.add(group.key().upstream());
            }
        }
        if (disabled.size() != 1 || facts.sign("nginx.upstream.none-live")) return;
        boolean only = facts.every(disabled::contains);
        if (only) beliefs.raise("one-server-faulty", STRONG, id());
    }
}

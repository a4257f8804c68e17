package dev.goodgate.logs.rule;

import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import java.util.Locale;
import java.util.Set;

/// Only requests that must not be sent twice failed, as POST: proxies repeat all others on a new
/// connection where an old one broke, so broken old connections are seen in these alone.
final class NotRepeated implements Rule {
    private static final int STRONG = 30;
    private static final Set<String> SIGNS =
            Set.of("nginx.response.closed", "nginx.response.reset", "go.read.reset");

    @Override
    public String id() {
        return "not-repeated";
    }

    @Override
    public void weigh(Facts facts, Beliefs beliefs) {
        boolean some = false;
        for (Group group : facts.groups()) {
            if (!SIGNS.contains(group.key().sign())) continue;
            for (Quote quote : group.quotes()) {
                if (!once(quote.text().toLowerCase(Locale.ROOT))) return;
                some = true;
            }
        }
        if (some) beliefs.raise("keepalive-race", STRONG, id());
    }

    private static boolean once(String line) {
        return line.contains("\"post /")
                || line.contains("\"patch /")
                || line.contains("\"method\":\"post\"")
                || line.contains("\"method\": \"post\"");
    }
}

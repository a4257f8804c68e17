package dev.goodgate.lab.scenario;

import java.util.List;

/// Clients of upstreams whose name changes its meaning.
final class DnsDrives {
    private static final int TTL_MILLIS = 1000;

    private DnsDrives() {}

    /// Asks before the resolver dies, and for more than two TTL after; all must be answered. Judged
    /// is the first exchange of ours that says the answer it used was an old one.
    static Drive untilStale() {
        return encounter -> {
            Exchange exchange = encounter.get();
            encounter.fine(exchange);
            encounter.signals().give("dead");
            encounter.pause(TTL_MILLIS + 100);
            for (int i = 0; i < 20; i++) {
                exchange = encounter.get();
                encounter.fine(exchange);
                boolean told =
                        encounter
                                .subject()
                                .record(exchange.requestId())
                                .map(line -> line.get("observations"))
                                .filter(o -> o instanceof List<?> l && l.contains("dns.timeout"))
                                .isPresent();
                if (told || encounter.signals().given("stopped")) {
                    break;
                }
                encounter.pause(120);
            }
            return exchange;
        };
    }

    /// Keeps asking while the address changes and, more than a TTL later, the old one stops.
    static Drive moving() {
        return encounter -> {
            Exchange exchange = encounter.get();
            encounter.fine(exchange);
            encounter.signals().give("swap");
            for (int i = 0; i < 40; i++) {
                if (i == 32) {
                    encounter.stand().stop("127.0.0.2");
                }
                encounter.pause(60);
                exchange = encounter.get();
                encounter.fine(exchange);
            }
            return exchange;
        };
    }

    /// Asks often for a name whose answers may not be kept: a second must see one query at most.
    static Drive countingQueries() {
        return encounter -> {
            long start = encounter.nanos();
            Exchange exchange = encounter.get();
            for (int i = 0; i < 20; i++) {
                encounter.fine(exchange);
                encounter.pause(50);
                exchange = encounter.get();
            }
            long millis = (encounter.nanos() - start) / 1_000_000;
            int queries = encounter.stand().queries();
            encounter.own(queries <= millis / 1000 + 2, queries + " queries in " + millis + " ms");
            return exchange;
        };
    }
}

package dev.goodgate.gateway.record;

import java.util.concurrent.atomic.LongAdder;

/// The counters of one pair of route and upstream. Any thread; counting never blocks and allocates
/// nothing unless threads meet for the first time.
final class Meter {
    private static final String[] CLASSES = {"none", "1xx", "2xx", "3xx", "4xx", "5xx"};

    final String route;
    final String upstream;
    final RouteMeter durations;

    /// Relayed answers of status 400 and above.
    final LongAdder originErrors = new LongAdder();

    private final LongAdder[] byClass = new LongAdder[CLASSES.length];

    Meter(String route, String upstream, RouteMeter durations) {
        this.route = route;
        this.upstream = upstream;
        this.durations = durations;
        for (int i = 0; i < byClass.length; i++) byClass[i] = new LongAdder();
    }

    boolean counts(String route, String upstream) {
        return this.route.equals(route) && this.upstream.equals(upstream);
    }

    void count(int status, long nanos) {
        int codeClass = status / 100;
        byClass[codeClass >= 1 && codeClass < CLASSES.length ? codeClass : 0].increment();
        durations.record(nanos);
    }

    void writeTo(Exposition out, String name) {
        for (int i = 0; i < CLASSES.length; i++) {
            long count = byClass[i].sum();
            if (count == 0) continue;
            out.sample(name, count, "route", route, "upstream", upstream, "code_class", CLASSES[i]);
        }
    }
}

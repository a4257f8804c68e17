package dev.goodgate.gateway.record;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// The durations of one route's exchanges: a histogram with fixed bounds. Any thread; recording
/// never blocks and allocates nothing unless threads meet for the first time.
final class RouteMeter {
    private static final double[] BOUNDS_SECONDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
    };
    private static final long[] BOUNDS_NANOS = nanos();

    final String route;
    private final LongAdder[] buckets = new LongAdder[BOUNDS_NANOS.length + 1];
    private final LongAdder sumNanos = new LongAdder();

    RouteMeter(String route) {
        this.route = route;
        for (int i = 0; i < buckets.length; i++) buckets[i] = new LongAdder();
    }

    void record(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS_NANOS.length && nanos > BOUNDS_NANOS[bucket]) bucket++;
        buckets[bucket].increment();
        sumNanos.add(Math.max(0, nanos));
    }

    void writeTo(Exposition out, String name) {
        long count = 0;
        for (int i = 0; i < BOUNDS_SECONDS.length; i++) {
            count += buckets[i].sum();
            String bound = Exposition.number(BOUNDS_SECONDS[i]);
            out.sample(name + "_bucket", count, "route", route, "le", bound);
        }
        count += buckets[BOUNDS_SECONDS.length].sum();
        out.sample(name + "_bucket", count, "route", route, "le", "+Inf");
        double seconds = sumNanos.sum() / (double) TimeUnit.SECONDS.toNanos(1);
        out.sample(name + "_sum", seconds, "route", route);
        out.sample(name + "_count", count, "route", route);
    }

    private static long[] nanos() {
        long[] nanos = new long[BOUNDS_SECONDS.length];
        for (int i = 0; i < nanos.length; i++) nanos[i] = Math.round(BOUNDS_SECONDS[i] * 1e9);
        return nanos;
    }
}

package dev.goodgate.gateway.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Every [Meter], found by the names of route and upstream without allocating. Names come from
/// configuration, so there are few; a hard bound stands all the same, and what is beyond it counts
/// as route and upstream `other`. Meters are never removed: counters only grow, over reloads too.
/// Any thread.
final class Meters {
    private static final int MOST = 4096;

    private volatile @Nullable Meter[] table = new @Nullable Meter[64];
    private final TreeMap<String, RouteMeter> routes = new TreeMap<>();
    private final List<Meter> all = new ArrayList<>();
    private final Meter other = new Meter("other", "other", new RouteMeter("other"));

    Meter of(String route, String upstream) {
        Meter found = find(table, route, upstream);
        return found != null ? found : add(route, upstream);
    }

    /// Every meter that exists now, in the order of their first exchange.
    synchronized List<Meter> all() {
        return List.copyOf(all);
    }

    /// Every route's durations, by name.
    synchronized List<RouteMeter> routes() {
        return List.copyOf(routes.values());
    }

    private synchronized Meter add(String route, String upstream) {
        Meter found = find(table, route, upstream);
        if (found != null) return found;
        if (all.size() >= MOST) return other();
        var meter =
                new Meter(route, upstream, routes.computeIfAbsent(route, r -> new RouteMeter(r)));
        all.add(meter);
        int size = table.length >= all.size() * 2 ? table.length : table.length * 2;
        @Nullable Meter[] next = new @Nullable Meter[size];
        for (Meter each : all) place(next, each);
        table = next;
        return meter;
    }

    private Meter other() {
        if (routes.putIfAbsent(other.route, other.durations) == null) all.add(other);
        return other;
    }

    private static @Nullable Meter find(@Nullable Meter[] table, String route, String upstream) {
        int mask = table.length - 1;
        for (int i = place(route, upstream) & mask; ; i = i + 1 & mask) {
            Meter meter = table[i];
            if (meter == null || meter.counts(route, upstream)) return meter;
        }
    }

    private static void place(@Nullable Meter[] table, Meter meter) {
        int mask = table.length - 1;
        int i = place(meter.route, meter.upstream) & mask;
        while (Objects.nonNull(table[i])) i = i + 1 & mask;
        table[i] = meter;
    }

    private static int place(String route, String upstream) {
        int hash = route.hashCode() * 31 + upstream.hashCode();
        return hash ^ hash >>> 16;
    }
}

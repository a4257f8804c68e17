package dev.goodgate.gateway;

import dev.goodgate.gateway.listener.Census;
import dev.goodgate.gateway.record.Gauge;
import dev.goodgate.gateway.record.Metrics;
import dev.goodgate.gateway.upstream.Endpoint;
import dev.goodgate.gateway.upstream.Upstream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/// Gauges of the rooms that know nothing of metrics.
final class Gauges {
    private final Metrics metrics;
    private final LiveEdge edge;
    private final Map<String, List<Gauge>> shown = new HashMap<>();

    Gauges(Metrics metrics, LiveEdge edge, Census census) {
        this.metrics = metrics;
        this.edge = edge;
        metrics.show(
                new Gauge(
                        "goodgate_client_connections",
                        "Client connections.",
                        List.of(),
                        census::count));
        metrics.show(
                new Gauge(
                        "goodgate_client_connections_refused_total",
                        "Client connections turned away by a limit.",
                        List.of(),
                        census::turnedAway));
        metrics.show(
                new Gauge(
                        "goodgate_bugs_total",
                        "Exceptions that should not be.",
                        List.of(),
                        edge::bugs));
    }

    /// Shows the upstreams of the newest snapshot and no others. One call at a time.
    void update() {
        Set<String> names = edge.snapshot().upstreams().keySet();
        shown.entrySet()
                .removeIf(each -> {
                    if (names.contains(each.getKey())) return false;
                    each.getValue().forEach(metrics::hide);
                    return true;
                });
        for (String name : names) {
            if (shown.containsKey(name)) continue;
            List<Gauge> gauges = of(name);
            gauges.forEach(metrics::show);
            shown.put(name, gauges);
        }
    }

    private List<Gauge> of(String name) {
        return List.of(
                connections(name, "idle", Endpoint::idleConnections),
                connections(name, "busy", e -> Math.max(0, e.connections() - e.idleConnections())),
                upstream(
                        name,
                        "goodgate_upstream_waiting",
                        "Requests waiting for a connection.",
                        Upstream::waiting),
                upstream(
                        name,
                        "goodgate_upstream_stray_connections_total",
                        "Idle connections closed because the upstream spoke unasked.",
                        Upstream::strayConnections));
    }

    private Gauge upstream(
            String name, String metric, String help, ToLongFunction<Upstream> value) {
        return new Gauge(
                metric,
                help,
                List.of(new Gauge.Label("upstream", name)),
                () -> {
                    Upstream now = edge.snapshot().upstreams().get(name);
                    return now == null ? 0 : value.applyAsLong(now);
                });
    }

    private Gauge connections(String name, String state, ToLongFunction<Endpoint> count) {
        return new Gauge(
                "goodgate_upstream_connections",
                "Connections to an upstream.",
                List.of(new Gauge.Label("upstream", name), new Gauge.Label("state", state)),
                () -> {
                    Upstream now = edge.snapshot().upstreams().get(name);
                    return now == null ? 0 : now.endpoints().stream().mapToLong(count).sum();
                });
    }
}

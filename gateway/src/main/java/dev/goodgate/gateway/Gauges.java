package dev.goodgate.gateway;

import dev.goodgate.gateway.listener.Census;
import dev.goodgate.gateway.record.Gauge;
import dev.goodgate.gateway.record.Metrics;
import dev.goodgate.gateway.upstream.Endpoint;
import dev.goodgate.gateway.upstream.Upstream;
import java.util.List;
import java.util.function.ToLongFunction;

/// Gauges of the rooms that know nothing of metrics.
final class Gauges {
    private Gauges() {}

    static void register(Metrics metrics, LiveEdge edge, Census census) {
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
        for (String name : edge.snapshot().upstreams().keySet()) upstream(metrics, edge, name);
    }

    private static void upstream(Metrics metrics, LiveEdge edge, String name) {
        connections(metrics, edge, name, "idle", Endpoint::idleConnections);
        connections(
                metrics,
                edge,
                name,
                "busy",
                e -> Math.max(0, e.connections() - e.idleConnections()));
        metrics.show(
                new Gauge(
                        "goodgate_upstream_waiting",
                        "Requests waiting for a connection.",
                        List.of(new Gauge.Label("upstream", name)),
                        () -> {
                            Upstream now = edge.snapshot().upstreams().get(name);
                            return now == null ? 0 : now.waiting();
                        }));
    }

    private static void connections(
            Metrics metrics,
            LiveEdge edge,
            String name,
            String state,
            ToLongFunction<Endpoint> count) {
        metrics.show(
                new Gauge(
                        "goodgate_upstream_connections",
                        "Connections to an upstream.",
                        List.of(new Gauge.Label("upstream", name), new Gauge.Label("state", state)),
                        () -> {
                            Upstream now = edge.snapshot().upstreams().get(name);
                            return now == null
                                    ? 0
                                    : now.endpoints().stream().mapToLong(count).sum();
                        }));
    }
}

package dev.goodgate.gateway;

import dev.goodgate.gateway.admin.UpstreamState;
import dev.goodgate.gateway.exchange.Snapshot;
import dev.goodgate.gateway.upstream.Endpoint;
import dev.goodgate.gateway.upstream.Upstream;
import java.util.List;

/// What the admin listener shows of the upstreams.
final class UpstreamStates {
    private UpstreamStates() {}

    static List<UpstreamState> of(Snapshot snapshot) {
        return snapshot.settings().upstreams().keySet().stream()
                .map(name ->
                        state(
                                java.util.Objects.requireNonNull(
                                        snapshot.upstreams().get(name), name)))
                .toList();
    }

    private static UpstreamState state(Upstream upstream) {
        List<UpstreamState.EndpointState> endpoints =
                upstream.endpoints().stream().map(each -> state(upstream, each)).toList();
        return new UpstreamState(upstream.name(), upstream.waiting(), endpoints);
    }

    private static UpstreamState.EndpointState state(Upstream upstream, Endpoint endpoint) {
        int idle = endpoint.idleConnections();
        return new UpstreamState.EndpointState(
                endpoint.label(),
                UpstreamState.State.UP,
                "",
                Math.max(0, endpoint.connections() - idle),
                idle,
                upstream.settings().maxConnections(),
                endpoint.addresses());
    }
}

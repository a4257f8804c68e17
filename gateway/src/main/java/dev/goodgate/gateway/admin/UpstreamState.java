package dev.goodgate.gateway.admin;

import java.util.List;

/// One upstream as it is now: `waiting` requests in its queue, and its endpoints. Immutable.
public record UpstreamState(String name, int waiting, List<EndpointState> endpoints) {

    /// One endpoint: its URL from configuration, the addresses last resolved (`ip:port`),
    /// connections `busy` with a request and `idle`, their limit, and its state with the reason in
    /// a few words, empty when it is up.
    public record EndpointState(
            String url,
            State state,
            String reason,
            int busy,
            int idle,
            int maxConnections,
            List<String> addresses) {
        public EndpointState {
            addresses = List.copyOf(addresses);
        }
    }

    /// Whether an endpoint is chosen.
    public enum State {
        /// It is.
        UP,
        /// Not for now, because of failures.
        EJECTED,
        /// No more; its last exchanges end.
        DRAINING
    }

    public UpstreamState {
        endpoints = List.copyOf(endpoints);
    }
}

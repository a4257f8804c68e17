package dev.goodgate.gateway.policy;

/// How much memory is in use, against the limits of the configuration.
public enum MemoryLevel {
    /// Below all limits.
    PLENTY,
    /// Connections end after their request.
    NO_KEEP_ALIVE,
    /// New requests get 503.
    SHED,
    /// Nothing is accepted.
    STOP
}

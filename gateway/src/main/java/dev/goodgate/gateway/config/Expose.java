package dev.goodgate.gateway.config;

/// Who sees details of a failure.
public enum Expose {
    /// Everything to a loopback client that came directly, the public form to all others.
    AUTO,
    /// Everything to everyone.
    FULL,
    /// The public form to everyone.
    PUBLIC
}

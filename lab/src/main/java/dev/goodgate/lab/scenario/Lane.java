package dev.goodgate.lab.scenario;

/// Where, and beside whom, a scenario runs.
public enum Lane {
    /// Beside others, through one gateway.
    SHARED,
    /// After the others, one at a time: it is heavy, or it burdens the gateway as a whole.
    ALONE,
    /// Through a gateway whose process the lab owns: it is frozen, or lacks a privilege.
    PROCESS,
    /// Like [#PROCESS], in a network namespace of its own.
    NAMESPACE
}

package dev.goodgate.bench.run;

/// Whether the gateways write a line per request while they are measured.
public enum AccessLog {
    /// None writes.
    OFF,
    /// All write, to files in memory.
    ON
}

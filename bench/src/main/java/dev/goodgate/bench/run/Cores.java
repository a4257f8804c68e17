package dev.goodgate.bench.run;

/// Which core the gateway under measurement gets, and which one everything else.
///
/// @param gateway for the gateway alone, its compilers and collectors included
/// @param load for the upstream and the load generator
public record Cores(int gateway, int load) {
    /// No pinning at all: every process may use every core.
    public static final Cores ANY = new Cores(-1, -1);

    /// The last core for the gateway and the first for the load; both the same on a machine with
    /// one.
    public static Cores ofThisMachine(int processors) {
        return new Cores(processors - 1, 0);
    }
}

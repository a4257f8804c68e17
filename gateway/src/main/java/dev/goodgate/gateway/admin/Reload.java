package dev.goodgate.gateway.admin;

import java.util.List;

/// Reads, checks and puts in force the configuration once more. Called on a virtual thread of the
/// admin listener; calls may overlap.
public interface Reload {
    Result run();

    /// How it went.
    sealed interface Result {
        /// The new configuration is in force.
        record Applied() implements Result {}

        /// It has faults, one line each (`file:line:column ...`); the old one stays in force.
        record Refused(List<String> faults) implements Result {
            public Refused {
                faults = List.copyOf(faults);
            }
        }
    }
}

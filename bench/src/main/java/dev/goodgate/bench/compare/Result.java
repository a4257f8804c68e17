package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.AccessLog;
import dev.goodgate.bench.run.Gateway;
import java.util.Map;

/// One workload's figures for each gateway.
///
/// @param openRate planned requests per second of the open loop
record Result(Workload workload, AccessLog log, double openRate, Map<Gateway, Figures> figures) {

    /// The workload's name, with `+log` where all gateways wrote an access log.
    String label() {
        return switch (log) {
            case OFF -> workload.label();
            case ON -> workload.label() + "+log";
        };
    }
}

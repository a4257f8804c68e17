package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.Bed.Running;
import dev.goodgate.bench.run.ProcessTree;
import dev.goodgate.bench.run.Wrk;

/// One run of closed-loop load through one gateway.
///
/// @param cpuMicros CPU of the gateway's whole process tree per completed request
record Round(double cpuMicros, double requestsPerSecond, boolean valid) {

    static Round of(Running running, Workload workload, Wrk wrk, int seconds) {
        ProcessTree tree = running.child().tree();
        String url = "http://127.0.0.1:" + running.port() + workload.path();
        long before = tree.cpuMicros();
        Wrk.Seen seen = wrk.run(url, workload.connections(), seconds, workload.fields());
        long cpu = tree.cpuMicros() - before;
        boolean whole = seen.octets() >= seen.requests() * workload.body();
        return new Round(
                (double) cpu / Math.max(1, seen.requests()),
                seen.requestsPerSecond(),
                seen.requests() > 0 && seen.errors() == 0 && whole);
    }

    /// Whether this round and the one before differ by less than five percent.
    boolean near(Round before) {
        return Math.abs(cpuMicros - before.cpuMicros) < 0.05 * before.cpuMicros;
    }
}

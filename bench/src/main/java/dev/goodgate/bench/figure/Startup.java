package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// From the exec of the launcher to the first octet that came through.
final class Startup implements Figure {
    private static final int UNCOUNTED = 2;
    private static final int RUNS = 9;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String demand() {
        return "exec to first proxied octet, warm page cache, median of 9: under 0.6 s";
    }

    @Override
    public Measured measure(Tools tools) {
        List<Double> millis = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int run = 0; run < UNCOUNTED + RUNS; run++) {
            Run took = once(tools);
            tools.progress().accept("startup: " + took.millis() + " ms");
            if (run >= UNCOUNTED) {
                millis.add(took.millis());
                cpu.add(took.cpuMillis());
            }
        }
        millis.sort(null);
        cpu.sort(null);
        double median = millis.get(RUNS / 2);
        return new Measured.Notes()
                .put("medianMillis", median)
                .put("fastestMillis", millis.getFirst())
                .put("slowestMillis", millis.getLast())
                .put("medianCpuMillis", cpu.get(RUNS / 2))
                .reached(median < 600);
    }

    /// @param cpuMillis CPU of the gateway's processes up to then
    private record Run(double millis, double cpuMillis) {}

    private static Run once(Tools tools) {
        try (Bed bed = tools.bed()) {
            bed.startUpstream();
            long before = tools.nanoTime().getAsLong();
            Bed.Running running = tools.start(bed, "startup", Map.of());
            try (RawClient client = new RawClient(running.port())) {
                int status = client.get("/64B").status();
                if (status != 200) {
                    throw new BenchFailure("startup: first answer " + status);
                }
                double millis = tools.millisSince(before);
                return new Run(millis, running.child().tree().cpuMicros() / 1000.0);
            }
        } catch (IOException e) {
            throw new BenchFailure("startup: " + e);
        }
    }
}

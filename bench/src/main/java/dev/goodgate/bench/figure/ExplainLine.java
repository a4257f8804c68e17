package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.util.ArrayList;
import java.util.List;

/// One pasted line, from the exec of the launcher to its end.
final class ExplainLine implements Figure {
    private static final int UNCOUNTED = 2;
    private static final int RUNS = 15;
    private static final String LINE =
            "2026/11/22 10:00:00 [error] 12#12: *1 connect() failed (111: Connection refused) while"
                    + " connecting to upstream, client: 192.0.2.1, server: shop.example, request:"
                    + " \"GET / HTTP/1.1\", upstream: \"http://127.0.0.1:3000/\"";

    @Override
    public String name() {
        return "explain-line";
    }

    @Override
    public String demand() {
        return "one pasted line, whole process, median of 15: under 0.3 s";
    }

    @Override
    public Measured measure(Tools tools) {
        List<String> command = List.of(ExplainLogs.launcher(tools), "explain", "--line", LINE);
        List<Timed> runs = new ArrayList<>();
        try (Scratch scratch = new Scratch(tools.root())) {
            for (int run = 0; run < UNCOUNTED + RUNS; run++) {
                Timed took = Timed.of(tools, scratch.folder(), command);
                if (took.exit() != 1) {
                    throw new BenchFailure("explain --line ended with " + took.exit());
                }
                tools.progress().accept("explain-line: " + took.millis() + " ms");
                if (run >= UNCOUNTED) runs.add(took);
            }
        }
        double median = ExplainLogs.median(runs);
        return new Measured.Notes()
                .put("medianSeconds", median)
                .put("fastestMillis", runs.stream().mapToDouble(Timed::millis).min().orElse(0))
                .put("slowestMillis", runs.stream().mapToDouble(Timed::millis).max().orElse(0))
                .reached(median < 0.3);
    }
}

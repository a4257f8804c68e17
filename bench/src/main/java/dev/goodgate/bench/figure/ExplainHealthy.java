package dev.goodgate.bench.figure;

import java.util.List;

/// `goodgate explain` over a gigabyte of logs in which nothing failed.
final class ExplainHealthy implements Figure {

    @Override
    public String name() {
        return "explain-healthy";
    }

    @Override
    public String demand() {
        return "1 GB of healthy access logs: no story above a note";
    }

    @Override
    public Measured measure(Tools tools) {
        try (Scratch scratch = new Scratch(tools.root())) {
            SampleLogs logs = SampleLogs.write(scratch.folder(), 0);
            List<String> command =
                    List.of(ExplainLogs.launcher(tools), "explain", logs.access().toString());
            Timed took = Timed.of(tools, scratch.folder(), command);
            return new Measured.Notes()
                    .put("exit", took.exit())
                    .put("seconds", ExplainLogs.median(List.of(took)))
                    .put("peakRssKiB", took.peakKiB())
                    .reached(took.exit() == 0);
        }
    }
}

package dev.goodgate.bench.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `goodgate explain` over a gigabyte of logs, in turns with GoAccess and grep over the same.
final class ExplainLogs implements Figure {
    private static final int RUNS = 3;
    private static final double FAILING = 0.04;

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String demand() {
        return "1 GB of nginx logs, 4 % failures: under 6 s, RSS at most 300 MB, twice GoAccess's"
                + " rate (medians of 3)";
    }

    @Override
    public Measured measure(Tools tools) {
        String goaccess = Timed.installed("goaccess");
        try (Scratch scratch = new Scratch(tools.root())) {
            SampleLogs logs = SampleLogs.write(scratch.folder(), FAILING);
            String access = logs.access().toString();
            String error = logs.error().toString();
            String report = scratch.folder().resolve("goaccess.json").toString();
            List<List<String>> commands =
                    List.of(
                            List.of(launcher(tools), "explain", access, error),
                            List.of(
                                    goaccess,
                                    access,
                                    "--log-format=COMBINED",
                                    "--no-progress",
                                    "-o",
                                    report),
                            List.of(Timed.installed("grep"), "-c", " 502 ", access, error));
            List<List<Timed>> took = inTurns(tools, scratch.folder(), commands);
            double seconds = median(took.get(0));
            long peak = took.getFirst().stream().mapToLong(Timed::peakKiB).max().orElse(0);
            double rate = round(median(took.get(1)) / seconds);
            return new Measured.Notes()
                    .put("medianSeconds", seconds)
                    .put("peakRssKiB", peak)
                    .put("goaccessSeconds", median(took.get(1)))
                    .put("grepSeconds", median(took.get(2)))
                    .put("timesGoaccess", rate)
                    .reached(seconds < 6 && peak * 1024 <= 300_000_000 && rate >= 2);
        }
    }

    /// Each command once, then each once more; the first round is not counted.
    private static List<List<Timed>> inTurns(
            Tools tools, Path folder, List<List<String>> commands) {
        List<List<Timed>> took = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) took.add(new ArrayList<>());
        for (int round = 0; round <= RUNS; round++) {
            for (int i = 0; i < commands.size(); i++) {
                if (round == 0 && i == 1) continue;
                Timed one = Timed.of(tools, folder, commands.get(i));
                tools.progress().accept("explain: " + commands.get(i).getFirst() + " " + one);
                if (round > 0) took.get(i).add(one);
            }
        }
        return took;
    }

    static String launcher(Tools tools) {
        return tools.root().resolve("goodgate").toString();
    }

    /// In seconds.
    static double median(List<Timed> runs) {
        List<Double> millis = runs.stream().map(Timed::millis).sorted().toList();
        return round(millis.get(millis.size() / 2) / 1000);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}

package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.AccessLog;
import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Cores;
import java.util.ArrayList;
import java.util.List;

/// `bench/compare`: results on standard output, progress on standard error. Ends with 0, or with 3
/// when a measurement could not be made.
public final class Compare {
    private Compare() {}

    /// Runs what the arguments ask for.
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            List<Result> results = new ArrayList<>();
            for (AccessLog log : options.logs()) {
                results.addAll(contest(options, log));
            }
            Report report = new Report(results);
            System.out.println(options.json() ? report.json() : report.table());
        } catch (BenchFailure failure) {
            System.err.println("bench/compare: " + failure.getMessage());
            System.exit(3);
        }
    }

    private static List<Result> contest(Options options, AccessLog log) {
        Cores cores = Cores.ofThisMachine(processors());
        try (Bed bed = new Bed(Bed.Project.ofProperties(), cores)) {
            return new Contest(options, bed, System::nanoTime, Compare::progress).run(log);
        }
    }

    /// Of the machine: this JVM itself is pinned to the load core, and sees only that.
    private static int processors() {
        return Integer.getInteger(
                "goodgate.processors", Runtime.getRuntime().availableProcessors());
    }

    private static void progress(String line) {
        System.err.println(line);
    }
}

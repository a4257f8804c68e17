package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Child;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How one whole process went, from its start to its end.
///
/// @param exit the number it ended with
/// @param millis on the clock
/// @param peakKiB the most memory it had resident, as far as seen: looked at twenty times a second
record Timed(int exit, double millis, long peakKiB) {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    /// Runs it in that folder. One that does not end within ten minutes throws a `BenchFailure`.
    static Timed of(Tools tools, Path folder, List<String> command) {
        String name = Path.of(command.getFirst()).getFileName().toString();
        Map<String, String> env = Map.of("GOODGATE_BUILD", "off");
        long before = tools.nanoTime().getAsLong();
        try (Child child = new Child.Start(name, folder, -1, command, env).now()) {
            long peak = 0;
            while (!child.ends(LOOK)) {
                peak = Math.max(peak, child.tree().peakRssKiB());
                if (tools.millisSince(before) > LIMIT.toMillis()) {
                    throw new BenchFailure(
                            name + " did not end within " + LIMIT.toMinutes() + " min");
                }
            }
            return new Timed(child.exit(), tools.millisSince(before), peak);
        }
    }

    /// The command, where it is installed; a `BenchFailure` names the package where it is not.
    static String installed(String command) {
        for (String folder : List.of("/usr/bin", "/usr/local/bin", "/bin")) {
            Path path = Path.of(folder, command);
            if (Files.isExecutable(path)) return path.toString();
        }
        throw new BenchFailure(command + " is not installed (apt-get install " + command + ")");
    }
}

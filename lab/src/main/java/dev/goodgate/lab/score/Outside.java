package dev.goodgate.lab.score;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goodgate.lab.ScoreOptions;
import dev.goodgate.lab.scenario.Lane;
import dev.goodgate.lab.scenario.Scenario;
import dev.goodgate.lab.serve.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs the scenarios that need a gateway process of their own, in a JVM of its own, which lives in
/// a network namespace where that is allowed.
final class Outside {
    /// Ways into a namespace: with the privilege, and without it as the root of a user namespace.
    private static final List<List<String>> WAYS =
            List.of(List.of("unshare", "-n"), List.of("unshare", "-r", "-n"));

    private final ScoreOptions options;

    Outside(ScoreOptions options) {
        this.options = options;
    }

    List<Result> run(List<Scenario> scenarios) {
        if (scenarios.isEmpty()) {
            return List.of();
        }
        if (options.command().isEmpty()) {
            return skipped(scenarios, "the gateway is not a process that the lab may start");
        }
        List<String> way = way();
        boolean namespace = !way.isEmpty();
        List<Scenario> playable =
                scenarios.stream().filter(s -> namespace || s.lane() == Lane.PROCESS).toList();
        List<Result> results = new ArrayList<>();
        results.addAll(
                skipped(
                        scenarios.stream().filter(s -> !playable.contains(s)).toList(),
                        "unshare -n and unshare -r -n are refused here"));
        if (!playable.isEmpty()) {
            try {
                results.addAll(child(playable, way));
            } catch (IOException e) {
                results.addAll(skipped(playable, "no process of its own: " + e.getMessage()));
            }
        }
        return results;
    }

    private static List<String> way() {
        return WAYS.stream()
                .filter(way -> Shell.works(Stream.concat(way.stream(), Stream.of("true")).toList()))
                .findFirst()
                .orElse(List.of());
    }

    private List<Result> child(List<Scenario> scenarios, List<String> prefix) throws IOException {
        Path folder = options.folder().resolve("outside");
        java.nio.file.Files.createDirectories(folder);
        List<String> command = new ArrayList<>(prefix);
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx256m");
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(OutsideMain.class.getName());
        command.add(options.gateway().name());
        command.add(folder.toString());
        command.add(Long.toString(options.seed()));
        command.add(options.scale().name());
        command.add(scenarios.stream().map(Scenario::id).collect(Collectors.joining(",")));
        command.addAll(launch());
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("outside.log").toFile())
                        .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (said.isBlank()) {
            throw new IOException(
                    java.nio.file.Files.readString(folder.resolve("outside.log")).strip());
        }
        return Report.parse(said).scenarios();
    }

    /// The gateway's command, without the privilege to pass over file permissions where that can be
    /// taken away.
    private List<String> launch() {
        List<String> confined =
                List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");
        List<String> probe = new ArrayList<>(confined);
        probe.add("true");
        List<String> command = new ArrayList<>();
        if (Shell.works(probe)) {
            command.addAll(confined);
        }
        command.addAll(options.command());
        return command;
    }

    private static List<Result> skipped(List<Scenario> scenarios, String reason) {
        return scenarios.stream().map(s -> Result.skipped(s.row(), reason)).toList();
    }
}

package dev.goodgate.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Closed-loop load by wrk: each connection sends its next request when the last answer is
/// complete.
public final class Wrk {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path script;
    private final int core;

    /// With the reporting script `wrk.lua`, pinned to this core; -1: to none.
    public Wrk(Path script, int core) {
        this.script = script;
        this.core = core;
    }

    /// What wrk saw.
    ///
    /// @param octets response octets, heads included
    /// @param errors failed connects, reads and writes, statuses of 400 and above, timeouts
    public record Seen(
            long requests, long octets, long micros, long errors, long p50Micros, long p99Micros) {
        /// Completed requests in a second.
        public double requestsPerSecond() {
            return requests * 1e6 / Math.max(1, micros);
        }
    }

    /// One run of whole seconds.
    public Seen run(String url, int connections, int seconds, List<String> fields) {
        List<String> line = new ArrayList<>();
        if (core >= 0) {
            line.addAll(List.of("taskset", "-c", Integer.toString(core)));
        }
        line.addAll(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s"));
        fields.forEach(field -> line.addAll(List.of("-H", field)));
        line.addAll(List.of("-s", script.toString(), url));
        try {
            Process wrk = new ProcessBuilder(line).redirectErrorStream(true).start();
            String printed =
                    new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!wrk.waitFor(10, TimeUnit.SECONDS)) {
                wrk.destroyForcibly();
            }
            return parse(printed);
        } catch (IOException e) {
            throw new BenchFailure("wrk: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("wrk: interrupted");
        }
    }

    private static Seen parse(String printed) {
        String line =
                printed.lines()
                        .filter(l -> l.startsWith("@{"))
                        .findFirst()
                        .orElseThrow(() -> new BenchFailure("wrk printed:\n" + printed));
        JsonNode seen = JSON.readTree(line.substring(1));
        return new Seen(
                seen.get("requests").asLong(),
                seen.get("octets").asLong(),
                seen.get("micros").asLong(),
                seen.get("errors").asLong(),
                seen.get("p50").asLong(),
                seen.get("p99").asLong());
    }
}

package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// CPU and p99 beside nginx and HAProxy, by one run of `bench/compare`.
final class SideBySide implements Figure {
    private static final String WORKLOADS =
            "keepalive-64B-64c,keepalive-64B-512c,keepalive-10KB-64c,newconn-64B-64c";

    /// A ratio to the better peer that must not be exceeded.
    private record Bar(String workload, String value, double most) {}

    private static final List<Bar> BARS =
            List.of(
                    new Bar("keepalive-64B-64c", "cpuMicros", 1.0),
                    new Bar("keepalive-10KB-64c", "cpuMicros", 1.05),
                    new Bar("newconn-64B-64c", "cpuMicros", 1.15),
                    new Bar("keepalive-64B-64c", "p99Micros", 1.2));

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String demand() {
        return "beside the better of nginx and HAProxy: CPU 1.0 x (64 B), 1.05 x (10 KB),"
                + " 1.15 x (new connections); p99 open loop 1.2 x";
    }

    @Override
    public Measured measure(Tools tools) {
        JsonNode summary = compare(tools).get("summary");
        Measured.Notes notes = new Measured.Notes();
        boolean reached = true;
        for (Bar bar : BARS) {
            double ratio = ratio(summary.get(bar.workload()), bar.value());
            notes.put(bar.workload() + " " + bar.value() + " x better peer", ratio);
            reached &= ratio <= bar.most();
        }
        return notes.put("summary", summary).reached(reached);
    }

    private static double ratio(JsonNode workload, String value) {
        double better =
                Math.min(
                        workload.get("nginx").get(value).asDouble(),
                        workload.get("haproxy").get(value).asDouble());
        return Math.round(workload.get("goodgate").get(value).asDouble() / better * 100) / 100.0;
    }

    private static JsonNode compare(Tools tools) {
        List<String> command =
                List.of(
                        tools.root().resolve("bench/compare").toString(),
                        "--json",
                        "--access-log",
                        "off",
                        "--workloads",
                        WORKLOADS);
        try {
            Process run =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String printed =
                    new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (run.waitFor() != 0) {
                throw new BenchFailure("bench/compare ended with " + run.exitValue());
            }
            return new JsonMapper().readTree(printed);
        } catch (IOException e) {
            throw new BenchFailure("bench/compare: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("bench/compare: interrupted");
        }
    }
}

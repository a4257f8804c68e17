package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a completed exchange allocates beyond Netty's own, by JMH's collector profile.
final class Allocation implements Figure {
    /// The harness itself allocates now and then; less than one octet an exchange is none.
    private static final double NONE = 1.0;

    private static final List<String> OPTIONS =
            List.of("-f", "1", "-wi", "3", "-w", "2", "-i", "5", "-r", "1", "-bm", "avgt");

    @Override
    public String name() {
        return "allocation";
    }

    @Override
    public String demand() {
        return "completed exchange: 0 allocated octets beyond Netty's own (JMH, gc profile)";
    }

    @Override
    public Measured measure(Tools tools) {
        Measured.Notes notes = new Measured.Notes();
        boolean reached = true;
        for (JsonNode run : results(tools)) {
            JsonNode profile = run.get("secondaryMetrics").get("gc.alloc.rate.norm");
            double octets = Math.round(profile.get("score").asDouble() * 1000) / 1000.0;
            String log = run.get("params").get("accessLog").asString();
            notes.put("octetsPerExchange, access log " + log, octets);
            reached &= octets < NONE;
        }
        return notes.reached(reached);
    }

    private static JsonNode results(Tools tools) {
        try {
            Path file = Files.createTempFile("goodgate-jmh-", ".json");
            try {
                run(tools, file);
                return new JsonMapper().readTree(Files.readString(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new BenchFailure("bench/jmh: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("bench/jmh: interrupted");
        }
    }

    private static void run(Tools tools, Path file) throws IOException, InterruptedException {
        ProcessBuilder jmh = new ProcessBuilder(tools.root().resolve("bench/jmh").toString());
        jmh.command().addAll(OPTIONS);
        jmh.command().addAll(List.of("-tu", "ns", "-prof", "gc", "-rf", "json", "-rff"));
        jmh.command().add(file.toString());
        jmh.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        int exit = jmh.start().waitFor();
        if (exit != 0) {
            throw new BenchFailure("bench/jmh ended with " + exit);
        }
    }
}

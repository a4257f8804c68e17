package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Gateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// `bench/figures [--write] [--gateway goodgate|nginx] [FIGURE...]`: one line of JSON per figure on
/// standard output, the verdict in words on standard error. Ends with 0 when all are reached, 1
/// when one is not, 3 when one could not be measured.
public final class Figures {
    private static final List<Figure> ALL =
            List.of(
                    new Startup(),
                    new IdleClients(),
                    new BigBodies(),
                    new Reloads(),
                    new Overload(),
                    new SlowNames(),
                    new Delays(),
                    new Allocation(),
                    new SideBySide());

    private Figures() {}

    /// Measures the figures that are named, or all.
    public static void main(String[] arguments) {
        // The origins in this JVM must neither delay small answers nor close idle connections.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        ArrayDeque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        boolean write = left.remove("--write");
        Gateway gateway = Gateway.GOODGATE;
        if (left.remove("--gateway") && !left.isEmpty()) {
            gateway = Gateway.of(left.remove());
        }
        Path root = Path.of(System.getProperty("goodgate.root", "."));
        Tools tools = new Tools(root, gateway, System::nanoTime, System.err::println);
        List<Figure> wanted = wanted(List.copyOf(left));
        Map<Figure, Measured> results = new LinkedHashMap<>();
        int exit = 0;
        for (Figure figure : wanted) {
            exit = Math.max(exit, measure(figure, tools, results));
        }
        if (write) {
            try {
                new PerformancePage(root.resolve("docs/performance.md")).write(results);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        System.exit(exit);
    }

    private static List<Figure> wanted(List<String> names) {
        if (names.isEmpty()) {
            return ALL;
        }
        List<Figure> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(
                    ALL.stream()
                            .filter(figure -> figure.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new BenchFailure(name + ": " + all())));
        }
        return wanted;
    }

    private static String all() {
        return "no such figure (expected: "
                + String.join(", ", ALL.stream().map(Figure::name).toList())
                + ")";
    }

    private static int measure(Figure figure, Tools tools, Map<Figure, Measured> results) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("figure", figure.name());
        line.put("demand", figure.demand());
        try {
            Measured measured = figure.measure(tools);
            results.put(figure, measured);
            line.put("reached", measured.reached());
            line.put("values", measured.values());
            System.out.println(new JsonMapper().writeValueAsString(line));
            System.err.println(
                    figure.name() + ": " + (measured.reached() ? "reached" : "NOT reached"));
            return measured.reached() ? 0 : 1;
        } catch (BenchFailure failure) {
            line.put("failed", String.valueOf(failure.getMessage()));
            System.out.println(new JsonMapper().writeValueAsString(line));
            System.err.println(figure.name() + ": could not be measured");
            return 3;
        }
    }
}

package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// `bench/figures [--write] [--gateway goodgate|nginx] [FIGURE...]`: one line of JSON per figure on
/// standard output, the verdict in words on standard error. Ends with 0 when all are reached, 1
/// when one is not, 2 when the command line is wrong, 3 when one could not be measured.
public final class Figures {
    private static final List<Figure> ALL =
            List.of(
                    new Startup(),
                    new ValidMessages(),
                    new IdleClients(),
                    new BigBodies(),
                    new Reloads(),
                    new Overload(),
                    new SlowNames(),
                    new Delays(),
                    new Allocation(),
                    new ExplainLine(),
                    new ExplainLogs(),
                    new ExplainHealthy(),
                    new SideBySide());

    private Figures() {}

    /// Measures the figures that are named, or all.
    public static void main(String[] arguments) {
        // The origins in this JVM must neither delay small answers nor close idle connections.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        Wish wish;
        try {
            wish = Wish.of(List.of(arguments), ALL);
        } catch (BenchFailure wrong) {
            System.err.println("bench/figures: " + wrong.getMessage() + "\n\n" + Wish.usage(ALL));
            System.exit(2);
            return;
        }
        if (wish.help()) {
            System.out.println(Wish.usage(ALL));
            return;
        }
        Path root = Path.of(System.getProperty("goodgate.root", "."));
        Tools tools = new Tools(root, wish.gateway(), System::nanoTime, System.err::println);
        Map<Figure, Measured> results = new LinkedHashMap<>();
        int exit = 0;
        for (Figure figure : wish.figures()) {
            exit = Math.max(exit, measure(figure, tools, results));
        }
        if (wish.write()) {
            try {
                new PerformancePage(root.resolve("docs/performance.md")).write(results);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        System.exit(exit);
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

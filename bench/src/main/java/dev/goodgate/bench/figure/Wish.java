package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Gateway;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// What somebody asked `bench/figures` for.
///
/// @param figures in the order they are measured
/// @param write whether the results go into `docs/performance.md`
/// @param help whether only the usage is wanted
record Wish(List<Figure> figures, Gateway gateway, boolean write, boolean help) {
    Wish {
        figures = List.copyOf(figures);
    }

    /// Reads the words of a command line. One that cannot be followed throws a `BenchFailure` that
    /// says what was seen and what was expected.
    static Wish of(List<String> words, List<Figure> all) {
        List<Figure> figures = new ArrayList<>();
        Gateway gateway = Gateway.GOODGATE;
        boolean write = false;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--help", "-h" -> {
                    return new Wish(List.of(), gateway, false, true);
                }
                case "--write" -> write = true;
                case "--gateway" -> gateway = Gateway.of(value(word, rest));
                default -> figures.add(figure(word, all));
            }
        }
        return new Wish(figures.isEmpty() ? all : figures, gateway, write, false);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new BenchFailure(option + ": the value is missing (expected: a gateway's name)");
        }
        return rest.next();
    }

    private static Figure figure(String word, List<Figure> all) {
        if (word.startsWith("-")) {
            throw new BenchFailure(
                    "there is no option " + word + " (expected: --write, --gateway NAME, --help)");
        }
        return all.stream()
                .filter(figure -> figure.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new BenchFailure(word + ": no such figure (expected: " + names(all) + ")"));
    }

    private static String names(List<Figure> all) {
        return String.join(", ", all.stream().map(Figure::name).toList());
    }

    /// How it is called, and every figure with what is promised.
    static String usage(List<Figure> all) {
        StringBuilder text =
                new StringBuilder(
                        """
                        bench/figures [--write] [--gateway goodgate|nginx] [FIGURE...]

                        Measures the promised figures: all, or those named.

                          --write         put the results into docs/performance.md
                          --gateway NAME  whom to measure; nginx: to try the script itself
                          --help          this text

                        """);
        for (Figure figure : all) {
            text.append("  %-12s %s%n".formatted(figure.name(), figure.demand()));
        }
        return text.toString().stripTrailing();
    }
}

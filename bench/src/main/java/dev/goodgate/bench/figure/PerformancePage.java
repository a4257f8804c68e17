package dev.goodgate.bench.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The table of figures in `docs/performance.md`, between its two markers; rows of figures that
/// were not measured this time stay.
final class PerformancePage {
    private static final String BEGIN = "<!-- figures: begin -->\n";
    private static final String END = "<!-- figures: end -->";

    private final Path page;

    PerformancePage(Path page) {
        this.page = page;
    }

    void write(Map<Figure, Measured> results) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + ": no \"" + BEGIN.strip() + "\" before \"" + END + "\"");
        }
        Map<String, String> rows = new TreeMap<>();
        text.substring(begin, end)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line -> rows.put(line.split("`", 3)[1], line));
        results.forEach((figure, measured) -> rows.put(figure.name(), row(figure, measured)));
        String table =
                "| figure | demand | reached | measured |\n|--|--|--|--|\n"
                        + String.join("\n", rows.values())
                        + "\n";
        Files.writeString(page, text.substring(0, begin) + BEGIN + table + text.substring(end));
    }

    private static String row(Figure figure, Measured measured) {
        StringBuilder values = new StringBuilder();
        measured.values()
                .forEach((name, value) -> {
                    if (!name.equals("summary")) {
                        values.append(values.isEmpty() ? "" : "; ");
                        values.append(name).append(" ").append(value);
                    }
                });
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        figure.name(),
                        figure.demand(),
                        measured.reached() ? "yes" : "**no**",
                        values.toString().replace("|", "\\|"));
    }
}

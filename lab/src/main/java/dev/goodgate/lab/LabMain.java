package dev.goodgate.lab;

import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.score.Report;
import dev.goodgate.lab.score.Scoreboard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The lab without the rest of Goodgate, for whoever works on it: `score GATEWAY [ROW,…|all]
/// [COMMAND…]` prints a report, `board GOODGATE-COMMAND…` scores all four gateways and prints the
/// table of `docs/scoreboard.md`.
final class LabMain {
    private LabMain() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        switch (words.getFirst()) {
            case "score" -> score(words);
            case "board" -> board(words.subList(1, words.size()));
            default -> throw new IllegalArgumentException(words.getFirst());
        }
    }

    private static void score(List<String> words) throws IOException {
        Gateway gateway = Gateway.valueOf(words.get(1).toUpperCase(Locale.ROOT));
        List<String> command =
                words.size() > 3 ? words.subList(3, words.size()) : gateway.command();
        Set<String> rows =
                words.size() > 2 && !words.get(2).equals("all")
                        ? Set.of(words.get(2).split(",", -1))
                        : Set.of();
        Report report = taken(gateway, command, rows);
        System.out.println(report.json());
        System.err.print(report.text());
    }

    private static void board(List<String> goodgate) throws IOException {
        Map<Gateway, Report> reports = new EnumMap<>(Gateway.class);
        for (Gateway gateway : Gateway.values()) {
            List<String> command = gateway.command().isEmpty() ? goodgate : gateway.command();
            reports.put(gateway, taken(gateway, command, Set.of()));
            System.err.print(gateway + ": " + reports.get(gateway).text());
        }
        System.out.print(Scoreboard.markdown(reports));
    }

    private static Report taken(Gateway gateway, List<String> command, Set<String> rows)
            throws IOException {
        Path folder = Files.createTempDirectory("goodgate-lab");
        long start = System.nanoTime();
        ScoreOptions options =
                ScoreOptions.of(gateway, folder, command, System::nanoTime).only(rows);
        Report report = Score.run(new CommandStarter(gateway, command), options);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.err.println(gateway + ": " + millis + " ms, files in " + folder);
        return report;
    }
}

package dev.goodgate.lab.score;

import dev.goodgate.lab.config.Gateway;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Scores of several gateways side by side, as Markdown.
public final class Scoreboard {
    private Scoreboard() {}

    /// The table: a summary, then each row that somebody got wrong, with what came instead.
    public static String markdown(Map<Gateway, Report> reports) {
        var text = new StringBuilder();
        text.append("| gateway | right | wrong | skipped |\n|---|---|---|---|\n");
        reports.forEach((gateway, report) -> {
            Report.Summary sum = report.summary();
            text.append("| ").append(name(gateway)).append(" | ").append(sum.right());
            text.append(" of ").append(sum.total()).append(" | ").append(sum.wrong());
            text.append(" | ").append(sum.skipped()).append(" |\n");
        });
        text.append(
                "\nEvery row; a dot is right, a dash was skipped.\n\n| row | fault | must yield |");
        reports.keySet().forEach(gateway -> text.append(' ').append(name(gateway)).append(" |"));
        text.append("\n|---|---|---|").append("---|".repeat(reports.size())).append('\n');
        List<Result> rows = reports.values().iterator().next().scenarios();
        for (Result row : rows) {
            text.append("| ").append(row.id()).append(" | ").append(safe(row.fault()));
            text.append(" | ").append(expected(row)).append(" |");
            reports.values().forEach(report -> text.append(cell(report, row.id())));
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(Report report, String id) {
        return report.scenarios().stream()
                .filter(result -> result.id().equals(id))
                .map(Scoreboard::cell)
                .collect(Collectors.joining());
    }

    private static String cell(Result result) {
        return switch (result.verdict()) {
            case RIGHT -> " · |";
            case SKIPPED -> " – |";
            case WRONG -> " **" + brief(result) + "** |";
        };
    }

    /// The first thing that was wrong, without what was expected.
    private static String brief(Result result) {
        String reason = result.reason() == null ? "" : result.reason();
        String first = reason.split("; ", 2)[0].replaceAll(" \\(expected.*", "");
        return safe(first.length() > 60 ? first.substring(0, 60) + "…" : first);
    }

    private static String expected(Result row) {
        String status = row.expected().status() == null ? "" : row.expected().status() + " ";
        String cut = Boolean.FALSE.equals(row.expected().complete()) ? "cut, visibly " : "";
        String symptom = row.expected().symptom() == null ? "" : row.expected().symptom();
        return (status + cut + symptom).strip();
    }

    private static String name(Gateway gateway) {
        return gateway.name().toLowerCase(Locale.ROOT);
    }

    private static String safe(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}

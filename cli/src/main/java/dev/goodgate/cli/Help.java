package dev.goodgate.cli;

import java.util.ArrayList;
import java.util.List;

/// Help texts, made from [Usage].
final class Help {
    private static final int WIDTH = 80;

    private Help() {}

    static String overview(List<Command> commands) {
        StringBuilder text = new StringBuilder();
        text.append("Goodgate: an HTTP gateway that explains every failure.\n\n");
        text.append("Usage: goodgate COMMAND [OPTION]…\n\nCommands:\n");
        List<String[]> rows = new ArrayList<>();
        for (Command command : commands) {
            rows.add(new String[] {command.usage().name(), command.usage().summary()});
        }
        table(text, rows);
        text.append("\nOptions of every command:\n");
        rows.clear();
        for (Option option : List.of(Option.JSON, Option.LANG, Option.HELP)) {
            rows.add(new String[] {option.label(), option.doc()});
        }
        table(text, rows);
        text.append("\nExit status: 0 fine, 1 found a problem, 2 wrong usage or configuration,\n");
        text.append("3 failed itself. NO_COLOR is honoured.\n");
        return text.toString();
    }

    static String of(Usage usage) {
        StringBuilder text = new StringBuilder();
        text.append("Usage: goodgate ").append(usage.name()).append(" [OPTION]…");
        if (!usage.operands().isEmpty()) text.append(' ').append(usage.operands());
        text.append("\n\n").append(usage.summary()).append('\n');
        for (String detail : usage.details()) {
            text.append('\n');
            for (String line : wrap(detail, WIDTH)) text.append(line).append('\n');
        }
        text.append("\nOptions:\n");
        List<String[]> rows = new ArrayList<>();
        for (Option option : usage.options()) {
            rows.add(new String[] {option.label(), option.doc()});
        }
        rows.add(new String[] {Option.HELP.label(), Option.HELP.doc()});
        table(text, rows);
        if (!usage.examples().isEmpty()) text.append("\nExamples:\n");
        for (Usage.Example example : usage.examples()) {
            text.append("  ").append(example.line()).append('\n');
            text.append("      ").append(example.doc()).append('\n');
        }
        return text.toString();
    }

    private static void table(StringBuilder text, List<String[]> rows) {
        int left = 0;
        for (String[] row : rows) left = Math.max(left, row[0].length());
        for (String[] row : rows) {
            String label = row[0];
            for (String line : wrap(row[1], WIDTH - left - 4)) {
                text.append("  ").append(label).repeat(' ', left - label.length() + 2);
                text.append(line).append('\n');
                label = "";
            }
        }
    }

    private static List<String> wrap(String paragraph, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

package dev.goodgate.logs.report;

import java.util.List;

/// A terminal to write on: sentences are wrapped, quoted lines cut, commands left whole. For one
/// thread.
final class Sheet {
    private final StringBuilder out = new StringBuilder(4096);
    private final int width;
    private final boolean colour;

    Sheet(ReportOptions options) {
        width = options.width();
        colour = options.colour();
    }

    /// What may be emphasised, as ANSI codes.
    enum Ink {
        PLAIN(""),
        BOLD("\u001b[1m"),
        RED("\u001b[31m"),
        DIM("\u001b[2m");

        private static final String END = "\u001b[0m";

        private final String begin;

        Ink(String begin) {
            this.begin = begin;
        }
    }

    void blank() {
        out.append('\n');
    }

    /// A sentence that begins with those words in that ink, wrapped under its beginning.
    void sentence(String lead, Ink ink, String words, String rest) {
        List<String> lines = Columns.wrapped(words + rest, width - Columns.of(lead));
        String indent = " ".repeat(Columns.of(lead));
        int left = words.length();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int inked = Math.min(left, line.length());
            out.append(i == 0 ? lead : indent);
            out.append(inked(line.substring(0, inked), ink)).append(line, inked, line.length());
            out.append('\n');
            left = Math.max(0, left - line.length() - 1);
        }
    }

    /// A sentence in plain ink.
    void sentence(String lead, String words) {
        sentence(lead, Ink.PLAIN, words, "");
    }

    /// A line after where it stands; where both do not fit, below it and cut to the width.
    void quote(String indent, String place, String text) {
        String line = indent + place + "  " + text;
        if (Columns.of(line) > width) {
            out.append(inked(indent + place, Ink.DIM)).append('\n');
            line = indent + "  " + text;
        }
        out.append(inked(Columns.cut(line, width), Ink.DIM)).append('\n');
    }

    /// A command to copy: never cut, never wrapped.
    void command(String indent, String command) {
        out.append(indent).append("$ ").append(inked(command, Ink.BOLD)).append('\n');
    }

    /// A line as it is.
    void line(String line) {
        out.append(line).append('\n');
    }

    String written() {
        return out.toString();
    }

    private String inked(String text, Ink ink) {
        boolean plain = !colour || ink == Ink.PLAIN || text.isEmpty();
        return plain ? text : ink.begin + text + Ink.END;
    }
}

package dev.goodgate.cli;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines that fit a terminal. Chinese characters take two columns and may be
/// broken anywhere, except before what closes and after what opens.
final class Fold {
    static final int WIDTH = 80;

    private static final String CLOSING = "、。，；：？！）」』”’》%";
    private static final String OPENING = "（「『“‘《";

    private Fold() {}

    /// The lines of a paragraph, none wider than that unless a single word is.
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int stop = -1;
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            column += columns(text.charAt(i));
            boolean blank = text.charAt(i) == ' ';
            if (column > width && stop > start && !blank) {
                lines.add(text.substring(start, stop).stripTrailing());
                start = stop;
                column = columns(text, start, i + 1);
                stop = -1;
            }
            if (mayBreakAfter(text, i)) stop = i + 1;
        }
        lines.add(text.substring(start).stripTrailing());
        return lines;
    }

    /// How many columns a text takes.
    static int columns(String text) {
        return columns(text, 0, text.length());
    }

    private static int columns(String text, int from, int to) {
        int columns = 0;
        for (int i = from; i < to; i++) columns += columns(text.charAt(i));
        return columns;
    }

    private static int columns(char c) {
        return isWide(c) ? 2 : 1;
    }

    private static boolean mayBreakAfter(String text, int i) {
        char here = text.charAt(i);
        if (here == ' ') return true;
        if (i + 1 == text.length()) return false;
        char next = text.charAt(i + 1);
        if (!isWide(here) && !isWide(next)) return false;
        return CLOSING.indexOf(next) < 0 && OPENING.indexOf(here) < 0;
    }

    private static boolean isWide(char c) {
        return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xFF60 && c != 0xFE0F);
    }
}

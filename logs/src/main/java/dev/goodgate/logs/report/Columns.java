package dev.goodgate.logs.report;

import java.util.ArrayList;
import java.util.List;

/// Text measured in the columns of a terminal, where an ideograph takes two.
final class Columns {
    private static final String CLOSING = "，。：；、）”’》】";

    private Columns() {}

    /// The columns the text takes.
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /// As much of the text as fits, with `…` where something is missing.
    static String cut(String text, int width) {
        if (of(text) <= width) return text;
        StringBuilder out = new StringBuilder();
        int left = width - 1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            left -= of(c);
            if (left < 0) break;
            out.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return out.append('…').toString();
    }

    /// The text in lines of at most that many columns, broken after spaces and around ideographs. A
    /// longer word stays whole.
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int space = -1;
        int taken = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (i > start && breaks(text, i)) space = i;
            taken += of(c);
            if (taken > width && space > start && c != ' ') {
                lines.add(text.substring(start, space).stripTrailing());
                start = space;
                taken = of(text.substring(start, next));
                space = -1;
            }
            i = next;
        }
        lines.add(text.substring(start));
        return lines;
    }

    /// Whether a line may end before that character.
    private static boolean breaks(String text, int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (before == ' ') return after != ' ';
        return after != ' ' && (of(before) == 2 || of(after) == 2) && CLOSING.indexOf(after) < 0;
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
        boolean wide =
                (c >= 0x1100 && c <= 0x115f)
                        || (c >= 0x2e80 && c <= 0xa4cf)
                        || (c >= 0xac00 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60)
                        || (c >= 0xffe0 && c <= 0xffe6)
                        || (c >= 0x1f300 && c <= 0x1faff)
                        || (c >= 0x20000 && c <= 0x3fffd);
        return wide ? 2 : 1;
    }
}

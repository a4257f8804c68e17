package dev.goodgate.logs.line;

/// Makes a text safe to show: colours and other terminal sequences go, as do carriage returns,
/// marks of octet order and line ends; any other control character, and those that turn or hide
/// text, stand as `\x1b` or `\u202e`. A tab stays. What rsyslog (`#033[`) and `cat -v` (`^[[`) made
/// of colours goes too.
final class Scrub {
    private static final char ESCAPE = 0x1b;
    private static final char CSI = 0x9b;
    private static final char BELL = 0x07;
    private static final String HEX = "0123456789abcdef";

    private final Cursor in;
    private final StringBuilder out;

    private Scrub(String text) {
        in = new Cursor(text, 0);
        out = new StringBuilder(text.length());
    }

    /// The text, itself where nothing was in it.
    static String clean(String text) {
        int end = text.length();
        while (end > 0 && isLineEnd(text.charAt(end - 1))) end--;
        String line = end == text.length() ? text : text.substring(0, end);
        return needed(line) ? new Scrub(line).run() : line;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean needed(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (isUnsafe(line.charAt(i))) return true;
        }
        return line.contains("#033[") || line.contains("^[[");
    }

    private static boolean isUnsafe(char c) {
        if (c < 0x20) return c != '\t';
        if (c < 0x7f) return false;
        return c < 0xa0 || (c >= 0x200e && hidesText(c));
    }

    private static boolean hidesText(char c) {
        return c <= 0x200f
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff;
    }

    private String run() {
        while (in.at < in.text.length()) {
            char here = in.peek();
            if (here == '#' && in.eat("#033[")) {
                parameters("#033[");
            } else if (here == '^' && in.eat("^[[")) {
                parameters("^[[");
            } else {
                in.at++;
                take(here);
            }
        }
        return out.toString();
    }

    private void take(char here) {
        if (here == ESCAPE) {
            sequence();
        } else if (here == CSI) {
            parameters("");
        } else if (!isUnsafe(here)) {
            out.append(here);
        } else if (here != '\r' && here != '\ufeff') {
            show(here);
        }
    }

    /// What follows an escape: a sequence that goes, or nothing of the kind and it is shown.
    private void sequence() {
        char next = in.peek();
        if (next == '[') {
            in.at++;
            parameters("");
        } else if (next == ']' || next == 'P' || next == 'X' || next == '^' || next == '_') {
            if (!string()) show(ESCAPE);
        } else if (next >= 0x20 && next < 0x30) {
            while (in.peek() >= 0x20 && in.peek() < 0x30) in.at++;
            if (in.peek() >= 0x30 && in.peek() < 0x7f) in.at++;
        } else if (next == '7' || next == '8' || next == '=' || next == '>' || next == 'c') {
            in.at++;
        } else {
            show(ESCAPE);
        }
    }

    /// Parameters and the letter that ends them; the opening is kept where none ends them.
    private void parameters(String opening) {
        int start = in.at;
        while (in.peek() >= 0x20 && in.peek() < 0x40) in.at++;
        if (in.peek() >= 0x40 && in.peek() < 0x7f) {
            in.at++;
        } else if (in.at < in.text.length()) {
            in.at = start;
            out.append(opening);
        }
    }

    /// A title, a link or the like up to its end; false, with nothing moved, where it has none.
    private boolean string() {
        for (int i = in.at + 1; i < in.text.length(); i++) {
            char c = in.text.charAt(i);
            boolean closed =
                    c == ESCAPE && i + 1 < in.text.length() && in.text.charAt(i + 1) == '\\';
            if (c == BELL || c == 0x9c || closed) {
                in.at = closed ? i + 2 : i + 1;
                return true;
            }
        }
        return false;
    }

    private void show(char c) {
        if (c == '\n') {
            out.append("\\n");
        } else if (c < 0x100) {
            out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            out.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) out.append(HEX.charAt((c >> shift) & 15));
        }
    }
}

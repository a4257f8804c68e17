package dev.goodgate.gateway.admin;

/// Text from outside made safe for a terminal or a page: control characters, and those that turn
/// the direction of text, become visible stand-ins.
final class Visible {
    private Visible() {}

    /// Line feeds and tabs stay; a carriage return before a line feed goes.
    static String lines(String text) {
        return clean(text.replace("\r\n", "\n"), true);
    }

    /// All on one line.
    static String line(String text) {
        return clean(text, false);
    }

    private static String clean(String text, boolean keepLines) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(keepLines && (c == '\n' || c == '\t') ? c : of(c));
        }
        return out.toString();
    }

    private static char of(char c) {
        if (c < ' ') return (char) (0x2400 + c);
        boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return (c >= 0x7f && c < 0xa0) || direction ? '\ufffd' : c;
    }
}

package dev.goodgate.logs.report;

/// Text from logs as it may be shown anywhere: whatever moves a cursor, hides or reorders text is
/// spelt out, `\x1b` or `\u202e`; a tab is a space.
public final class Visible {
    private static final int REPLACEMENT = 0xfffd;

    private Visible() {}

    /// The text without anything that acts. One line.
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> put(c, out));
        return out.toString();
    }

    private static void put(int c, StringBuilder out) {
        if (c == '\t') {
            out.append(' ');
            return;
        }
        switch (Character.getType(c)) {
            case Character.CONTROL -> out.append(String.format("\\x%02x", c));
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    out.append(String.format("\\u%04x", c));
            case Character.SURROGATE -> out.appendCodePoint(REPLACEMENT);
            default -> out.appendCodePoint(c);
        }
    }
}

package dev.goodgate.diagnosis.fingerprint;

import java.nio.charset.StandardCharsets;

/// A stranger's text, made safe for a terminal, a log or a page: control, format and direction
/// characters, line separators, lone surrogates and unassigned characters are written as escapes.
public final class Printable {
    private Printable() {}

    /// The text, cut after that many characters.
    public static String of(String text, int most) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length() && out.length() < most) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\\') {
                out.append("\\\\");
            } else if (safe(c)) {
                out.appendCodePoint(c);
            } else {
                escape(out, c);
            }
        }
        if (at < text.length()) out.append('…');
        return out.toString();
    }

    /// Octets as text: printable ASCII as it is, all else as `\xNN`.
    public static String of(byte[] octets, int most) {
        String latin = new String(octets, StandardCharsets.ISO_8859_1);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < latin.length() && i < most; i++) {
            char c = latin.charAt(i);
            if (c == '\\') out.append("\\\\");
            else if (c >= ' ' && c < 0x7f) out.append(c);
            else escape(out, c);
        }
        if (latin.length() > most) out.append('…');
        return out.toString();
    }

    private static boolean safe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static void escape(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                String hex = Integer.toHexString(c);
                if (c < 0x100) out.append("\\x").repeat('0', 2 - hex.length()).append(hex);
                else out.append("\\u{").append(hex).append('}');
            }
        }
    }
}

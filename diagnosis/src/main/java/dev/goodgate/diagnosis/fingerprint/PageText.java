package dev.goodgate.diagnosis.fingerprint;

import java.util.Locale;

/// A body as marks are compared with it: lower case, every run of white space one blank, numeric
/// character references and the commonest named ones decoded. `&lt;` and `&gt;` stay, so that an
/// article that quotes a page is not that page.
final class PageText {
    private static final int LONGEST_REFERENCE = 10;

    private PageText() {}

    static String of(String body) {
        StringBuilder out = new StringBuilder(body.length());
        int at = 0;
        while (at < body.length()) {
            char c = body.charAt(at);
            int end = c == '&' ? reference(body, at) : -1;
            if (end > 0) {
                put(out, decoded(body.substring(at + 1, end)));
                at = end + 1;
            } else {
                put(out, c);
                at++;
            }
        }
        int length = out.length();
        if (length > 0 && out.charAt(length - 1) == ' ') out.setLength(length - 1);
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static void put(StringBuilder out, int c) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0xa0) {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
        } else {
            out.appendCodePoint(c);
        }
    }

    /// Where the reference that begins there ends, if it is one we decode.
    private static int reference(String body, int at) {
        int end = body.indexOf(';', at, Math.min(body.length(), at + LONGEST_REFERENCE));
        return end > 0 && decoded(body.substring(at + 1, end)) >= 0 ? end : -1;
    }

    /// The code point of a reference's name, or -1.
    private static int decoded(String name) {
        if (name.startsWith("#x") || name.startsWith("#X")) return number(name.substring(2), 16);
        if (name.startsWith("#")) return number(name.substring(1), 10);
        return switch (name) {
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            case "nbsp" -> ' ';
            case "rsquo" -> '’';
            default -> -1;
        };
    }

    private static int number(String digits, int radix) {
        try {
            int value = Integer.parseInt(digits, radix);
            boolean tag = value == '<' || value == '>';
            return Character.isValidCodePoint(value) && !tag ? value : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}

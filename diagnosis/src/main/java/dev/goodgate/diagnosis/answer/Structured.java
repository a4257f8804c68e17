package dev.goodgate.diagnosis.answer;

/// Serializes the items of structured fields (RFC 9651 section 4.1). Never fails: what an item
/// cannot hold is replaced.
final class Structured {
    private static final long LARGEST = 999_999_999_999_999L;
    private static final int LONGEST = 512;

    private Structured() {}

    /// An Integer, cut to fifteen digits.
    static String integer(long value) {
        return Long.toString(Math.clamp(value, -LARGEST, LARGEST));
    }

    /// A String: quoted, at most 512 characters, anything but printable ASCII as `?`.
    static String string(String text) {
        int length = Math.min(text.length(), LONGEST);
        StringBuilder out = new StringBuilder(length + 8).append('"');
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\');
            out.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return out.append('"').toString();
    }

    /// A Token where the text is one, else a String.
    static String tokenOrString(String text) {
        return isToken(text) ? text : string(text);
    }

    private static boolean isToken(String text) {
        if (text.isEmpty() || text.length() > LONGEST) return false;
        char first = text.charAt(0);
        if (!isLetter(first) && first != '*') return false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = isLetter(c) || isDigit(c) || "!#$%&'*+-.^_`|~:/".indexOf(c) >= 0;
            if (!allowed) return false;
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package dev.goodgate.logs.dialect;

/// Backslashes in quoted text.
final class Escapes {
    private Escapes() {}

    /// The text that was quoted: `\"`, `\\`, `\/`, `\n`, `\t`, `\r`, four hexadecimal digits after
    /// `u`. What is no escape stays.
    static String undo(String quoted) {
        int back = quoted.indexOf('\\');
        if (back < 0) return quoted;
        StringBuilder plain = new StringBuilder(quoted.length());
        int from = 0;
        while (back >= 0 && back + 1 < quoted.length()) {
            plain.append(quoted, from, back);
            char c = quoted.charAt(back + 1);
            int code = c == 'u' ? hex(quoted, back + 2) : -1;
            plain.append(code >= 0 ? (char) code : meant(c));
            from = back + (code >= 0 ? 6 : 2);
            back = quoted.indexOf('\\', from);
        }
        return plain.append(quoted, from, quoted.length()).toString();
    }

    private static char meant(char c) {
        return switch (c) {
            case 'n', 'r' -> '\n';
            case 't' -> '\t';
            default -> c;
        };
    }

    private static int hex(String text, int from) {
        if (from + 4 > text.length()) return -1;
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) return -1;
            code = code * 16 + digit;
        }
        return code;
    }
}

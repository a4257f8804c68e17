package dev.goodgate.logs.dialect;

/// What a field looks like, and its value where it is a number. A field of another shape is -1 or
/// false.
final class Shape {
    private static final int LONGEST = 15;

    private Shape() {}

    /// Whether the part of the text is made of digits, one at least.
    static boolean digits(String text, int from, int to) {
        if (from < 0 || from >= to || to > text.length()) return false;
        for (int i = from; i < to; i++) {
            if (!digit(text.charAt(i))) return false;
        }
        return true;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Where the digits end that start there.
    static int afterDigits(String text, int from) {
        int at = Math.max(from, 0);
        while (at < text.length() && digit(text.charAt(at))) at++;
        return at;
    }

    /// A status code, 100 to 999.
    static int status(String text) {
        if (text.length() != 3 || !digits(text, 0, 3) || text.charAt(0) == '0') return -1;
        return (int) count(text);
    }

    /// A count, with or without a plus sign.
    static long count(String text) {
        int from = text.startsWith("+") ? 1 : 0;
        if (text.length() > LONGEST || !digits(text, from, text.length())) return -1;
        long value = 0;
        for (int i = from; i < text.length(); i++) value = value * 10 + (text.charAt(i) - '0');
        return value;
    }

    /// A count that fits a process id; 0 where there is none.
    static int pid(String text) {
        long value = count(text);
        return value < 0 || value > Integer.MAX_VALUE ? 0 : (int) value;
    }

    /// The process id whose digits start there; 0 where there is none.
    static int pid(String text, int from) {
        return pid(text.substring(Math.min(from, text.length()), afterDigits(text, from)));
    }

    /// Milliseconds of a text in seconds, `12` or `0.003`.
    static long millis(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) return count(text) < 0 ? -1 : count(text) * 1000;
        long whole = count(text.substring(0, dot));
        if (whole < 0 || !digits(text, dot + 1, text.length())) return -1;
        String three = (text.substring(dot + 1) + "000").substring(0, 3);
        return whole * 1000 + count(three);
    }

    /// A number with a fraction, such as `0.003`.
    static boolean fraction(String text) {
        return text.indexOf('.') > 0 && millis(text) >= 0;
    }

    /// An IPv4 or IPv6 address without port.
    static boolean ip(String text) {
        int dots = 0;
        int colons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') dots++;
            else if (c == ':') colons++;
            else if (Character.digit(c, 16) < 0) return false;
        }
        return colons >= 2 || (dots == 3 && colons == 0);
    }

    /// A socket's address: `10.0.0.1:80`, `[::1]:80`, `app.internal:80`, `unix:/run/app.sock`.
    static boolean address(String text) {
        if (text.startsWith("unix:/")) return true;
        int colon = text.lastIndexOf(':');
        if (colon <= 0 || text.length() - colon > 6 || !digits(text, colon + 1, text.length())) {
            return false;
        }
        if (text.charAt(0) == '[') return text.charAt(colon - 1) == ']';
        return name(text, colon);
    }

    /// A host's name with a dot and a letter in it.
    static boolean host(String text) {
        return text.indexOf('.') > 0 && name(text, text.length()) && !ip(text) && letter(text);
    }

    private static boolean letter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetter(text.charAt(i))) return true;
        }
        return false;
    }

    private static boolean name(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') return false;
        }
        return end > 0;
    }

    /// Whether the text starts with a method's capitals and a blank.
    static boolean method(String text) {
        int space = text.indexOf(' ');
        if (space < 3 || space > 12) return false;
        for (int i = 0; i < space; i++) {
            char c = text.charAt(i);
            if (c < 'A' || c > 'Z') return false;
        }
        return true;
    }
}

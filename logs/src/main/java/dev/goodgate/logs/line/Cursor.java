package dev.goodgate.logs.line;

/// A place in a text that moves on as it is read. Past the end stands NUL. For one thread; never
/// throws.
final class Cursor {
    final String text;
    int at;

    Cursor(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /// The character here.
    char peek() {
        return peek(0);
    }

    /// The character so many places on.
    char peek(int ahead) {
        int index = at + ahead;
        return index >= 0 && index < text.length() ? text.charAt(index) : 0;
    }

    /// Moves past that character if it stands here.
    boolean eat(char expected) {
        if (peek() != expected) return false;
        at++;
        return true;
    }

    /// Moves past that text if it stands here.
    boolean eat(String expected) {
        if (!text.startsWith(expected, at)) return false;
        at += expected.length();
        return true;
    }

    /// Moves past spaces; whether there was one.
    boolean spaces() {
        int start = at;
        while (peek() == ' ') at++;
        return at > start;
    }

    /// How many digits stand here, at most `limit`.
    int digits(int limit) {
        int count = 0;
        while (count < limit && isDigit(peek(count))) count++;
        return count;
    }

    /// The number of exactly that many digits, or -1; a further digit stays.
    int exact(int length) {
        if (digits(length) < length) return -1;
        int value = 0;
        for (int i = 0; i < length; i++) value = value * 10 + (peek(i) - '0');
        at += length;
        return value;
    }

    /// The number of one or two digits, a space standing for the first, or -1.
    int padded() {
        if (peek() == ' ' && isDigit(peek(1))) at++;
        int length = digits(3);
        return length == 1 || length == 2 ? exact(length) : -1;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        char small = (char) (c | 0x20);
        return small >= 'a' && small <= 'z';
    }
}

package dev.goodgate.http.structured;

/// Which characters stand where.
final class Grammar {

    private Grammar() {}

    static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean lower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean alpha(int c) {
        return lower(c | 32) && c < 128;
    }

    static boolean tokenStart(int c) {
        return alpha(c) || c == '*';
    }

    static boolean token(int c) {
        return alpha(c) || digit(c) || "!#$%&'*+-.^_`|~:/".indexOf(c) >= 0;
    }

    static boolean keyStart(int c) {
        return lower(c) || c == '*';
    }

    static boolean key(int c) {
        return lower(c) || digit(c) || "_-.*".indexOf(c) >= 0;
    }

    static String checkedKey(String key) {
        if (key.isEmpty() || !keyStart(key.charAt(0)) || !key.chars().allMatch(Grammar::key)) {
            throw new IllegalArgumentException("key: " + key + " (expected: lower case)");
        }
        return key;
    }
}

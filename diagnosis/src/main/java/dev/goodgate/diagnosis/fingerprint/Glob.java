package dev.goodgate.diagnosis.fingerprint;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a header's value must look like: alternatives separated by `|`, each a text for the whole
/// value in which `*` stands for anything. Letter case does not count. Never backtracks further
/// than the last `*`, so time is at most the value's length times the pattern's.
record Glob(List<String> alternatives) {
    Glob {
        alternatives = List.copyOf(alternatives);
    }

    static Glob of(String pattern) {
        return new Glob(Arrays.asList(pattern.toLowerCase(Locale.ROOT).split("\\|", -1)));
    }

    boolean matches(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return alternatives.stream().anyMatch(one -> matches(one, lower));
    }

    private static boolean matches(String pattern, String value) {
        int at = 0;
        int in = 0;
        int star = -1;
        int retry = 0;
        while (at < value.length()) {
            if (in < pattern.length() && pattern.charAt(in) == '*') {
                star = in++;
                retry = at;
            } else if (in < pattern.length() && pattern.charAt(in) == value.charAt(at)) {
                in++;
                at++;
            } else if (star >= 0) {
                in = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        while (in < pattern.length() && pattern.charAt(in) == '*') in++;
        return in == pattern.length();
    }

    /// A value that matches, for tests and examples.
    String example() {
        return alternatives.getFirst().replace("*", "1");
    }
}

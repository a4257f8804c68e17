package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Line;

/// Numbers as logs write them. What is no number is -1, never a fault.
final class Figures {
    private Figures() {}

    /// An HTTP status of three digits.
    static int status(String text) {
        if (text.length() != 3) return -1;
        int value = (int) whole(text);
        return value >= 100 ? value : -1;
    }

    /// Digits only, at most 18.
    static long whole(String text) {
        if (text.isEmpty() || text.length() > 18) return -1;
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /// The whole number whose first digit stands at that index.
    static int wholeAt(String text, int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) end++;
        long value = end - from > 9 ? -1 : whole(text.substring(from, end));
        return (int) value;
    }

    /// A decimal number such as `0.003` or `4.5e-05`.
    static double decimal(String text) {
        if (text.isEmpty() || text.length() > 32) return -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!digit(c) && ".eE+-".indexOf(c) < 0) return -1;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    /// Decimal seconds as milliseconds.
    static long seconds(String text) {
        double value = decimal(text);
        return value < 0 ? -1 : Math.round(value * 1000);
    }

    /// Decimal milliseconds, or a duration with units, as milliseconds.
    static long millis(String text) {
        double value = decimal(text);
        return value < 0 ? duration(text) : Math.round(value);
    }

    /// A duration with units, such as `12ms`, `1.5s`, `1m2.5s`, `350us`, as milliseconds.
    static long duration(String text) {
        double total = 0;
        int at = 0;
        while (at < text.length()) {
            int unit = at;
            while (unit < text.length() && (digit(text.charAt(unit)) || text.charAt(unit) == '.')) {
                unit++;
            }
            int end = unit;
            while (end < text.length() && !digit(text.charAt(end))) end++;
            double value = decimal(text.substring(at, unit));
            double scale = scale(text.substring(unit, end));
            if (value < 0 || scale < 0) return -1;
            total += value * scale;
            at = end;
        }
        return text.isEmpty() ? -1 : Math.round(total);
    }

    private static double scale(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1000;
            case "ms" -> 1;
            case "us", "\u00b5s", "\u03bcs" -> 1e-3;
            case "ns" -> 1e-6;
            default -> -1;
        };
    }

    /// Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size, as
    /// microseconds; [Line#NO_TIME] for what is neither.
    static long epochMicros(String text) {
        double value = decimal(text);
        if (value < 1e8 || value >= 1e20) return Line.NO_TIME;
        if (value < 1e11) return Math.round(value * 1e6);
        if (value < 1e14) return Math.round(value * 1e3);
        if (value < 1e17) return Math.round(value);
        return Math.round(value / 1e3);
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}

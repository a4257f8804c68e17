package dev.goodgate.gateway.route;

import java.nio.charset.StandardCharsets;

/// Octets compared as ASCII text.
final class Text {
    private Text() {}

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static int lower(int octet) {
        return octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
    }

    /// Whether the span is `lower`, whatever its case.
    static boolean matches(byte[] lower, byte[] octets, int from, int to) {
        if (lower.length != to - from) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            if (lower(octets[from + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean equal(byte[] wanted, byte[] octets, int from, int to) {
        return java.util.Arrays.equals(wanted, 0, wanted.length, octets, from, to);
    }

    /// A copy of a path with slashes at its begin made one, and each segment cut at its first `;`
    /// or `%`, unless it begins with one.
    static byte[] cut(byte[] octets, int from, int to) {
        byte[] out = new byte[to - from];
        int length = 0;
        boolean skip = false;
        for (int i = from; i < to; i++) {
            boolean mark = octets[i] == ';' || octets[i] == '%';
            boolean begun = length > 0 && out[length - 1] != '/';
            skip = octets[i] != '/' && (skip || (mark && begun));
            boolean doubled = octets[i] == '/' && length == 1;
            if (!skip && !doubled) {
                out[length++] = octets[i];
            }
        }
        return java.util.Arrays.copyOf(out, length);
    }
}

package dev.goodgate.logs.report;

import java.util.function.Predicate;

/// Finds the IP addresses in a text and keeps of each only the network: `192.0.2.x`,
/// `2001:db8:1::x`. Linear time; never throws.
final class Addresses {
    private static final int KEPT_GROUPS = 3;
    private static final int GROUPS = 8;

    private Addresses() {}

    /// The text with all addresses cut but those that are to be kept.
    static String cut(String text, Predicate<String> kept) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = Math.max(four(text, i), six(text, i));
            if (end < 0) {
                out.append(text.charAt(i++));
                continue;
            }
            String address = text.substring(i, end);
            out.append(kept.test(address) ? address : network(address));
            i = end;
        }
        return out.toString();
    }

    /// The end of the IPv4 address that begins there, or -1.
    private static int four(String text, int from) {
        if (from > 0 && (word(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) return -1;
        int at = from;
        for (int group = 0; group < 4; group++) {
            int start = at;
            int value = 0;
            while (at < text.length() && digit(text.charAt(at)) && at - start < 3) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            if (at == start || value > 255) return -1;
            if (group == 3) break;
            if (at >= text.length() || text.charAt(at) != '.') return -1;
            at++;
        }
        if (at < text.length() && word(text.charAt(at))) return -1;
        boolean longer = at + 1 < text.length() && text.charAt(at) == '.';
        return longer && digit(text.charAt(at + 1)) ? -1 : at;
    }

    /// The end of the IPv6 address that begins there, or -1. Times, MAC addresses and names of
    /// classes are none: an address has eight groups or a gap.
    private static int six(String text, int from) {
        if (from > 0 && (word(text.charAt(from - 1)) || ":.".indexOf(text.charAt(from - 1)) >= 0)) {
            return -1;
        }
        int at = from;
        int colons = 0;
        int group = 0;
        boolean gap = false;
        while (at < text.length() && (hex(text.charAt(at)) || text.charAt(at) == ':')) {
            boolean colon = text.charAt(at) == ':';
            gap |= colon && at > from && text.charAt(at - 1) == ':';
            colons += colon ? 1 : 0;
            group = colon ? 0 : group + 1;
            if (group > 4 || colons >= GROUPS) return -1;
            at++;
        }
        if (!gap && colons != GROUPS - 1) return -1;
        boolean goesOn =
                at < text.length()
                        && (word(text.charAt(at))
                                || (text.charAt(at) == '.'
                                        && at + 1 < text.length()
                                        && digit(text.charAt(at + 1))));
        return goesOn ? -1 : at;
    }

    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address.substring(0, address.lastIndexOf('.')) + ".x";
        }
        int end = 0;
        for (int group = 0; group < KEPT_GROUPS; group++) {
            int colon = address.indexOf(':', end);
            if (colon < 0 || colon == end) break;
            end = colon + 1;
        }
        return end == 0 ? "::x" : address.substring(0, end) + ":x";
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean hex(char c) {
        return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}

package dev.goodgate.diagnosis.text;

import java.util.Locale;
import java.util.function.ObjIntConsumer;

/// Reads the weighted lists of content negotiation (RFC 9110 section 12.4.2) from strangers: linear
/// in the length, only the first 4096 characters, never throws.
public final class Preferences {
    private static final int LONGEST = 4096;

    private Preferences() {}

    /// Hands over each member of the list in lower case without its parameters, with its weight in
    /// thousandths (0 means "not this one"). Members whose weight is malformed are left out.
    public static void each(String list, ObjIntConsumer<String> taker) {
        int end = Math.min(list.length(), LONGEST);
        for (int from = 0; from < end; ) {
            int to = before(list, ',', from, end);
            int valueEnd = before(list, ';', from, to);
            int weight = weight(list, valueEnd, to);
            String value = list.substring(from, valueEnd).strip().toLowerCase(Locale.ROOT);
            if (weight >= 0 && !value.isEmpty()) taker.accept(value, weight);
            from = to + 1;
        }
    }

    private static int before(String text, char mark, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == mark) return i;
        }
        return to;
    }

    private static int weight(String text, int from, int to) {
        for (int at = from; at < to; ) {
            int end = before(text, ';', at + 1, to);
            String parameter = text.substring(at + 1, end).strip();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                return thousandths(parameter.substring(2));
            }
            at = end;
        }
        return 1000;
    }

    /// `0.25` as 250; -1 for what is no weight.
    private static int thousandths(String value) {
        int length = value.length();
        if (length == 0 || length > 5 || (length > 1 && value.charAt(1) != '.')) return -1;
        char whole = value.charAt(0);
        if (whole != '0' && whole != '1') return -1;
        int result = whole - '0';
        for (int i = 2; i < 5; i++) {
            int digit = i < length ? value.charAt(i) - '0' : 0;
            if (digit < 0 || digit > 9) return -1;
            result = result * 10 + digit;
        }
        return result > 1000 ? -1 : result;
    }
}

package dev.goodgate.gateway.policy;

import dev.goodgate.http.FieldName;
import dev.goodgate.http.Head;
import dev.goodgate.http.Method;

/// How many hops further an OPTIONS request may go (RFC 9110 section 7.6.2).
public final class MaxForwards {
    /// No limit: another method, no such field, or a value that is no number.
    public static final long NONE = -1;

    private static final int MOST_DIGITS = 18;

    private MaxForwards() {}

    /// The hops that are left, [#NONE] where there is no limit.
    public static long of(Head request) {
        if (request.methodId() != Method.OPTIONS) return NONE;
        int f = request.first(FieldName.MAX_FORWARDS);
        if (f < 0) return NONE;
        int from = request.valueStart(f);
        int digits = request.valueEnd(f) - from;
        if (digits == 0 || digits > MOST_DIGITS) return NONE;
        long hops = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = request.octets()[at] - '0';
            if (digit < 0 || digit > 9) return NONE;
            hops = hops * 10 + digit;
        }
        return hops;
    }
}

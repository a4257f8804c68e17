package dev.goodgate.gateway.policy;

import dev.goodgate.http.FieldName;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import dev.goodgate.http.Method;
import dev.goodgate.http.Repair;
import java.util.concurrent.TimeUnit;

/// Whether an upstream connection can carry another exchange, and how long it may lie idle: four
/// seconds by default, or a second less than its `Keep-Alive: timeout` says, never more than sixty.
public final class Reuse {
    private static final long LONGEST = 60;
    private static final int FRAMING_REPAIRS =
            Repair.LENGTH_AND_CODING.bit() | Repair.CHUNKED_IN_1_0.bit();

    private Reuse() {}

    /// Nanoseconds it may lie idle; 0 when it cannot be used again. `excess`: more came than the
    /// answer. `requestDone`: the whole request went out. `usual`: what is configured.
    public static long idleNanos(
            Head request, Head response, boolean excess, boolean requestDone, long usual) {
        if (excess
                || mayClose(request, response)
                || !response.persistent()
                || response.framing() == Framing.UNTIL_CLOSE
                || !requestDone
                || (response.repairs() & FRAMING_REPAIRS) != 0) return 0;
        int field = response.first(FieldName.KEEP_ALIVE);
        return field < 0 ? usual : said(response, field, usual);
    }

    /// An answer to HEAD without a length: that to a GET would have ended by close, and so may this
    /// connection (RFC 9112 section 6.3), unless the upstream says that it stays.
    private static boolean mayClose(Head request, Head response) {
        return request.methodId() == Method.HEAD
                && response.status() != 204
                && response.status() != 304
                && !response.has(FieldName.CONTENT_LENGTH)
                && !response.has(FieldName.TRANSFER_ENCODING)
                && !response.has(FieldName.KEEP_ALIVE)
                && !response.hasToken(FieldName.CONNECTION, "keep-alive");
    }

    private static long said(Head response, int field, long usual) {
        String[] words =
                response.text(response.valueStart(field), response.valueEnd(field)).split(",", 16);
        long nanos = usual;
        for (String word : words) {
            String text = word.strip().toLowerCase(java.util.Locale.ROOT);
            if (text.startsWith("timeout="))
                nanos = timeout(text.substring("timeout=".length()), usual);
            if (text.equals("max=0")) return 0;
        }
        return nanos;
    }

    private static long timeout(String digits, long usual) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) return usual;
        long seconds = digits.length() > 6 ? LONGEST + 1 : Long.parseLong(digits);
        long nanos = TimeUnit.SECONDS.toNanos(Math.min(LONGEST, seconds - 1));
        return seconds <= 1 ? TimeUnit.MILLISECONDS.toNanos(seconds * 500) : nanos;
    }
}

package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Whether a client may repeat its request, and when that is worth it.
public final class RetryAdvice {
    /// The client was asked to wait, whatever the grade.
    private static final Map<Symptom, Integer> WHEN_TOLD_OFF =
            Map.of(Symptom.UPSTREAM_MAINTENANCE, 120, Symptom.PROXY_RATE_LIMITED, 10);

    private static final List<Symptom> AT_ONCE =
            List.of(Symptom.RESPONSE_STALE_REUSE, Symptom.RESPONSE_STREAM_RESET);

    private static final List<Symptom> SOON =
            List.of(
                    Symptom.UPSTREAM_STARTING,
                    Symptom.UPSTREAM_QUEUE_FULL,
                    Symptom.UPSTREAM_QUEUE_TIMEOUT,
                    Symptom.UPSTREAM_CONN_LIMIT,
                    Symptom.CONNECT_REFUSED,
                    Symptom.CONNECT_RESET,
                    Symptom.CONNECT_BACKLOG_FULL,
                    Symptom.CONNECT_LOCAL_EXHAUSTED,
                    Symptom.CONNECT_SOCKET_MISSING,
                    Symptom.CONNECT_OTHER,
                    Symptom.REQUEST_WRITE_FAILED,
                    Symptom.RESPONSE_CLOSED_EARLY,
                    Symptom.RESPONSE_RESET,
                    Symptom.PROXY_OVERLOAD);

    private static final List<Symptom> LATER =
            List.of(
                    Symptom.DNS_TIMEOUT,
                    Symptom.DNS_SERVFAIL,
                    Symptom.DNS_OTHER,
                    Symptom.ROUTE_NO_ENDPOINTS,
                    Symptom.UPSTREAM_UNHEALTHY,
                    Symptom.UPSTREAM_CIRCUIT_OPEN,
                    Symptom.UPSTREAM_RETRIES_EXHAUSTED,
                    Symptom.CONNECT_TIMEOUT,
                    Symptom.CONNECT_UNREACHABLE,
                    Symptom.TLS_TIMEOUT,
                    Symptom.ORIGIN_CRASH,
                    Symptom.ORIGIN_OVERLOAD,
                    Symptom.ORIGIN_OOM,
                    Symptom.ORIGIN_SCRIPT_TIMEOUT);

    private static final List<Symptom> MUCH_LATER =
            List.of(Symptom.DNS_NXDOMAIN, Symptom.DNS_REFUSED, Symptom.ORIGIN_DEPENDENCY);

    private static final Map<Symptom, Integer> WHEN_RETRYABLE = waiting();

    private RetryAdvice() {}

    /// Whether repeating this very request does no harm: proven unprocessed, or of an idempotent
    /// method where it was perhaps processed (RFC 9110 section 9.2.2).
    public static boolean retryable(Failure failure, boolean idempotent) {
        return switch (failure.retry()) {
            case ANY -> true;
            case IDEMPOTENT -> idempotent;
            case NEVER, NOT_A_FAILURE -> false;
        };
    }

    /// Seconds after which the same request may well succeed, for `Retry-After`; empty where
    /// waiting alone does not help.
    public static OptionalInt seconds(Failure failure, boolean idempotent) {
        Integer regardless = WHEN_TOLD_OFF.get(failure.symptom());
        if (regardless != null) return OptionalInt.of(regardless);
        Integer waiting = WHEN_RETRYABLE.get(failure.symptom());
        return waiting != null && retryable(failure, idempotent)
                ? OptionalInt.of(waiting)
                : OptionalInt.empty();
    }

    /// The advice to wait that long, as a sentence.
    static String text(int seconds, Texts texts) {
        return texts.text("page.retry_after", Map.of("seconds", (long) seconds));
    }

    private static Map<Symptom, Integer> waiting() {
        Map<Symptom, Integer> seconds = new EnumMap<>(Symptom.class);
        for (Symptom at : AT_ONCE) seconds.put(at, 1);
        for (Symptom at : SOON) seconds.put(at, 5);
        for (Symptom at : LATER) seconds.put(at, 10);
        for (Symptom at : MUCH_LATER) seconds.put(at, 30);
        return seconds;
    }
}

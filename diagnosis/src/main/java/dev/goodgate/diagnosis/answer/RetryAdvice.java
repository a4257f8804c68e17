package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Failure;
import java.util.OptionalInt;

/// Whether a client may repeat its request, and when that is worth it.
public final class RetryAdvice {
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
        return switch (failure.symptom()) {
            case UPSTREAM_MAINTENANCE -> OptionalInt.of(120);
            case PROXY_RATE_LIMITED -> OptionalInt.of(10);
            default -> {
                int seconds = retryable(failure, idempotent) ? waiting(failure) : 0;
                yield seconds > 0 ? OptionalInt.of(seconds) : OptionalInt.empty();
            }
        };
    }

    private static int waiting(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_STALE_REUSE, RESPONSE_STREAM_RESET -> 1;
            case CONNECT_BACKLOG_FULL,
                    UPSTREAM_QUEUE_FULL,
                    UPSTREAM_QUEUE_TIMEOUT,
                    UPSTREAM_CONN_LIMIT,
                    CONNECT_LOCAL_EXHAUSTED,
                    PROXY_OVERLOAD,
                    CONNECT_REFUSED,
                    CONNECT_RESET,
                    CONNECT_SOCKET_MISSING,
                    CONNECT_OTHER,
                    REQUEST_WRITE_FAILED,
                    RESPONSE_CLOSED_EARLY,
                    RESPONSE_RESET,
                    UPSTREAM_STARTING ->
                    5;
            case DNS_TIMEOUT,
                    DNS_SERVFAIL,
                    DNS_OTHER,
                    CONNECT_TIMEOUT,
                    CONNECT_UNREACHABLE,
                    TLS_TIMEOUT,
                    UPSTREAM_UNHEALTHY,
                    UPSTREAM_CIRCUIT_OPEN,
                    UPSTREAM_RETRIES_EXHAUSTED,
                    ROUTE_NO_ENDPOINTS,
                    ORIGIN_CRASH,
                    ORIGIN_OVERLOAD,
                    ORIGIN_OOM,
                    ORIGIN_SCRIPT_TIMEOUT ->
                    10;
            case DNS_NXDOMAIN, DNS_REFUSED, ORIGIN_DEPENDENCY -> 30;
            default -> 0;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// More work arrives than the site can handle.
final class OriginOverloaded implements Cause {
    @Override
    public String id() {
        return "origin-overloaded";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case ORIGIN_OVERLOAD -> Facts.CONFIRMED;
            case CONNECT_BACKLOG_FULL,
                    UPSTREAM_QUEUE_FULL,
                    UPSTREAM_QUEUE_TIMEOUT,
                    UPSTREAM_CONN_LIMIT ->
                    Facts.LIKELY;
            case RESPONSE_FIRST_BYTE_TIMEOUT,
                    RESPONSE_TOTAL_TIMEOUT,
                    RESPONSE_BODY_TIMEOUT,
                    REQUEST_WRITE_TIMEOUT,
                    TLS_TIMEOUT,
                    UPSTREAM_UNHEALTHY,
                    UPSTREAM_CIRCUIT_OPEN,
                    PROXY_OVERLOAD ->
                    Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

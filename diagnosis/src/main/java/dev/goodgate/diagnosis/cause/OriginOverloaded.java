package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// More work arrives than the site can handle.
final class OriginOverloaded implements Cause {
    @Override
    public String id() {
        return "origin-overloaded";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .confirmed(Symptom.ORIGIN_OVERLOAD)
                .likely(
                        Symptom.CONNECT_BACKLOG_FULL,
                        Symptom.UPSTREAM_QUEUE_FULL,
                        Symptom.UPSTREAM_QUEUE_TIMEOUT,
                        Symptom.UPSTREAM_CONN_LIMIT)
                .possible(
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT,
                        Symptom.RESPONSE_BODY_TIMEOUT,
                        Symptom.REQUEST_WRITE_TIMEOUT,
                        Symptom.TLS_TIMEOUT,
                        Symptom.UPSTREAM_UNHEALTHY,
                        Symptom.UPSTREAM_CIRCUIT_OPEN,
                        Symptom.PROXY_OVERLOAD)
                .confidence();
    }
}

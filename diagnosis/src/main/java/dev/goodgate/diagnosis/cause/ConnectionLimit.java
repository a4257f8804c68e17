package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A limit of the gateway on connections to the upstream is reached.
final class ConnectionLimit implements Cause {
    @Override
    public String id() {
        return "connection-limit";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("upstream max_conns", "pending_overflow")
                .confirmed(
                        Symptom.UPSTREAM_CONN_LIMIT,
                        Symptom.UPSTREAM_QUEUE_FULL,
                        Symptom.UPSTREAM_QUEUE_TIMEOUT)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;
import java.util.Set;

/// A limit of the gateway on connections to the upstream is reached.
final class ConnectionLimit implements Cause {
    private static final Set<Symptom> SYMPTOMS =
            Set.of(
                    Symptom.UPSTREAM_CONN_LIMIT,
                    Symptom.UPSTREAM_QUEUE_FULL,
                    Symptom.UPSTREAM_QUEUE_TIMEOUT);

    @Override
    public String id() {
        return "connection-limit";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return SYMPTOMS.contains(failure.symptom()) ? Facts.CONFIRMED : Facts.NO;
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The visitor, or a proxy in front of us, gave up first.
final class ClientAborted implements Cause {
    @Override
    public String id() {
        return "client-aborted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("client prematurely closed connection")
                .confirmed(Symptom.CLIENT_CLOSED)
                .likely(Symptom.CLIENT_TIMEOUT)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway's machine has no source port left for that address.
final class EphemeralPortsExhausted implements Cause {
    @Override
    public String id() {
        return "ephemeral-ports-exhausted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (failure.symptom() != Symptom.CONNECT_LOCAL_EXHAUSTED) return Facts.NO;
        return Facts.errno(failure, "EADDRNOTAVAIL") ? Facts.CONFIRMED : Facts.POSSIBLE;
    }
}

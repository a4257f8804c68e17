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
        Fit fit = Fit.of(failure).logged("cannot assign requested address");
        if (Facts.errno(failure, "EADDRNOTAVAIL")) fit.confirmed(Symptom.CONNECT_LOCAL_EXHAUSTED);
        return fit.possible(Symptom.CONNECT_LOCAL_EXHAUSTED).confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway dials a port other than the one the upstream uses.
final class WrongUpstreamPort implements Cause {
    @Override
    public String id() {
        return "wrong-upstream-port";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).possible(Symptom.CONNECT_REFUSED).confidence();
    }
}

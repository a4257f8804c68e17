package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The machine of the upstream is switched off, hung or broken.
final class HostDown implements Cause {
    @Override
    public String id() {
        return "host-down";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .possible(Symptom.CONNECT_TIMEOUT, Symptom.CONNECT_UNREACHABLE)
                .confidence();
    }
}

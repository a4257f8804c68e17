package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway forwards to itself, directly or through others.
final class LoopDetected implements Cause {
    @Override
    public String id() {
        return "loop-detected";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).confirmed(Symptom.PROXY_LOOP).confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A network wants a login first.
final class CaptivePortal implements Cause {
    @Override
    public String id() {
        return "captive-portal";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).confirmed(Symptom.ACCESS_CAPTIVE).confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A filter refuses this site on this network.
final class VisitorBlocked implements Cause {
    @Override
    public String id() {
        return "visitor-blocked";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).confirmed(Symptom.ACCESS_FILTER).confidence();
    }
}

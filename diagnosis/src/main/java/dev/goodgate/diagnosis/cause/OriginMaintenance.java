package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The site was taken down on purpose.
final class OriginMaintenance implements Cause {
    @Override
    public String id() {
        return "origin-maintenance";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).confirmed(Symptom.UPSTREAM_MAINTENANCE).confidence();
    }
}

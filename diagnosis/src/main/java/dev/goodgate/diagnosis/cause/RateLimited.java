package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The client sent more requests than it is allowed to.
final class RateLimited implements Cause {
    @Override
    public String id() {
        return "rate-limited";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).confirmed(Symptom.PROXY_RATE_LIMITED).confidence();
    }
}

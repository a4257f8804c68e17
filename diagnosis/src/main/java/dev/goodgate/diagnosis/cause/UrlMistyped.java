package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The address has a typing mistake or leads to something that moved.
final class UrlMistyped implements Cause {
    @Override
    public String id() {
        return "url-mistyped";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).likely(Symptom.ROUTE_NONE).confidence();
    }
}

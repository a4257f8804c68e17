package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// An exception in the application's own code.
final class AppException implements Cause {
    @Override
    public String id() {
        return "app-exception";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("traceback (most recent call last)", "unhandled exception", "uncaught")
                .likely(Symptom.ORIGIN_ERROR, Symptom.ORIGIN_CRASH)
                .possible(
                        Symptom.RESPONSE_BAD_GZIP,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.RESPONSE_BAD_CHUNK)
                .confidence();
    }
}

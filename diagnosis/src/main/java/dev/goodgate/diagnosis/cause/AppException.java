package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// An exception in the application's own code.
final class AppException implements Cause {
    @Override
    public String id() {
        return "app-exception";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case ORIGIN_ERROR, ORIGIN_CRASH -> Facts.LIKELY;
            case RESPONSE_BAD_GZIP, RESPONSE_TRUNCATED, RESPONSE_BAD_CHUNK -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

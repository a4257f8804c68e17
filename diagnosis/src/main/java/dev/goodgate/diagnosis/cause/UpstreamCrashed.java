package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream's process died while it served the request.
final class UpstreamCrashed implements Cause {
    @Override
    public String id() {
        return "upstream-crashed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case ORIGIN_CRASH -> Facts.CONFIRMED;
            case RESPONSE_RESET -> Facts.LIKELY;
            case RESPONSE_CLOSED_EARLY,
                    RESPONSE_TRUNCATED,
                    REQUEST_WRITE_FAILED,
                    RESPONSE_BAD_CHUNK ->
                    Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream sends a header field that breaks the rules.
final class InvalidResponseHeader implements Cause {
    @Override
    public String id() {
        return "invalid-response-header";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_BAD_HEADER, RESPONSE_BAD_TRAILERS -> Facts.CONFIRMED;
            case RESPONSE_BAD_STATUS_LINE, RESPONSE_BAD_VERSION -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

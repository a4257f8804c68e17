package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream contradicts itself about where its response ends.
final class InvalidFraming implements Cause {
    @Override
    public String id() {
        return "invalid-framing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_BAD_FRAMING, RESPONSE_BAD_TE, RESPONSE_BAD_CHUNK, RESPONSE_EXCESS ->
                    Facts.CONFIRMED;
            case RESPONSE_APP_PROTOCOL, RESPONSE_TRUNCATED -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

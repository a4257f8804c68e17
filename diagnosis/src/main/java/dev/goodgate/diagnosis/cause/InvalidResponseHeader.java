package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream sends a header field that breaks the rules.
final class InvalidResponseHeader implements Cause {
    @Override
    public String id() {
        return "invalid-response-header";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("invalid header", "malformed header")
                .confirmed(Symptom.RESPONSE_BAD_HEADER, Symptom.RESPONSE_BAD_TRAILERS)
                .possible(Symptom.RESPONSE_BAD_STATUS_LINE, Symptom.RESPONSE_BAD_VERSION)
                .confidence();
    }
}

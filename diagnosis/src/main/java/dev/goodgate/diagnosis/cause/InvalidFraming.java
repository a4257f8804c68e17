package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream contradicts itself about where its response ends.
final class InvalidFraming implements Cause {
    @Override
    public String id() {
        return "invalid-framing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "invalid chunk",
                        "both \"content-length\" and \"transfer-encoding\"",
                        "duplicate header line: \"transfer-encoding")
                .confirmed(
                        Symptom.RESPONSE_BAD_FRAMING,
                        Symptom.RESPONSE_BAD_TE,
                        Symptom.RESPONSE_BAD_CHUNK,
                        Symptom.RESPONSE_EXCESS)
                .possible(Symptom.RESPONSE_APP_PROTOCOL, Symptom.RESPONSE_TRUNCATED)
                .confidence();
    }
}

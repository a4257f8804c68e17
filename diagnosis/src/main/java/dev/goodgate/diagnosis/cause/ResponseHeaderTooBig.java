package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The head of the response is larger than the gateway accepts.
final class ResponseHeaderTooBig implements Cause {
    @Override
    public String id() {
        return "response-header-too-big";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("too big header")
                .confirmed(Symptom.RESPONSE_HEADERS_TOO_LARGE, Symptom.RESPONSE_HEADER_TOO_LARGE)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;
import java.util.Set;

/// The head of the response is larger than the gateway accepts.
final class ResponseHeaderTooBig implements Cause {
    private static final Set<Symptom> SYMPTOMS =
            Set.of(Symptom.RESPONSE_HEADERS_TOO_LARGE, Symptom.RESPONSE_HEADER_TOO_LARGE);

    @Override
    public String id() {
        return "response-header-too-big";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return SYMPTOMS.contains(failure.symptom()) ? Facts.CONFIRMED : Facts.NO;
    }
}

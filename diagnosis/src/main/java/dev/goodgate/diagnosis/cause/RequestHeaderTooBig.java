package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The request's line, cookies or other fields are larger than a limit.
final class RequestHeaderTooBig implements Cause {
    @Override
    public String id() {
        return "request-header-too-big";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (failure.symptom() != Symptom.CLIENT_TOO_LARGE || failure.status() == 413)
            return Facts.NO;
        return Facts.CONFIRMED;
    }
}

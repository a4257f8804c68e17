package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// There is no space left to buffer the answer.
final class DiskFull implements Cause {
    @Override
    public String id() {
        return "disk-full";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        if (failure.symptom() != Symptom.RESPONSE_BUFFER) return Facts.NO;
        return Facts.errno(failure, "ENOSPC") ? Facts.CONFIRMED : Facts.POSSIBLE;
    }
}

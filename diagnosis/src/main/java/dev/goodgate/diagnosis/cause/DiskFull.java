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
        Fit fit = Fit.of(failure).logged("no space left on device", "disk quota exceeded");
        if (Facts.errno(failure, "ENOSPC")) fit.confirmed(Symptom.RESPONSE_BUFFER);
        return fit.possible(Symptom.RESPONSE_BUFFER)
                .proven(Symptom.ORIGIN_ERROR, Symptom.ORIGIN_CRASH, Symptom.PROXY_INTERNAL)
                .confidence();
    }
}

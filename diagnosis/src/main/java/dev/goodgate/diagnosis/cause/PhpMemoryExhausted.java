package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A PHP script used up the memory it may have.
final class PhpMemoryExhausted implements Cause {
    @Override
    public String id() {
        return "php-memory-exhausted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("allowed memory size")
                .proven(
                        Symptom.ORIGIN_ERROR,
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.ORIGIN_CRASH)
                .possible(Symptom.ORIGIN_OOM)
                .confidence();
    }
}

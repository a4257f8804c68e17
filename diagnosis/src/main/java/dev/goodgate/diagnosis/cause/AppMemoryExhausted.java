package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The application reached the memory limit of its own runtime.
final class AppMemoryExhausted implements Cause {
    @Override
    public String id() {
        return "app-memory-exhausted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("outofmemoryerror", "heap out of memory", "cannot allocate memory")
                .possible(Symptom.ORIGIN_OOM)
                .confidence();
    }
}

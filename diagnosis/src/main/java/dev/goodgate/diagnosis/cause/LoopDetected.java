package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway forwards to itself, directly or through others.
final class LoopDetected implements Cause {
    @Override
    public String id() {
        return "loop-detected";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "rewrite or internal redirection cycle",
                        "request exceeded the limit of 10 internal redirects",
                        "loop detected")
                .confirmed(Symptom.PROXY_LOOP)
                .confidence();
    }
}

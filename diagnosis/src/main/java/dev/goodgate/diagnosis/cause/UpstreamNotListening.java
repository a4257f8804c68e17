package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// Nothing accepts connections at the upstream's address: not started, stopped, or gone.
final class UpstreamNotListening implements Cause {
    @Override
    public String id() {
        return "upstream-not-listening";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure).likely(Symptom.CONNECT_REFUSED).confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream's listen queue is full: it accepts connections too slowly.
final class BacklogFull implements Cause {
    @Override
    public String id() {
        return "backlog-full";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("listen queue", "resource temporarily unavailable")
                .confirmed(Symptom.CONNECT_BACKLOG_FULL)
                .confidence();
    }
}

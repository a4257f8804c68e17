package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream closed an idle connection just as the gateway used it again.
final class KeepaliveRace implements Cause {
    @Override
    public String id() {
        return "keepalive-race";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit = Fit.of(failure);
        if (Facts.reused(failure) && !Facts.received(failure)) {
            fit.likely(
                    Symptom.RESPONSE_CLOSED_EARLY,
                    Symptom.RESPONSE_RESET,
                    Symptom.REQUEST_WRITE_FAILED);
        }
        return fit.confirmed(Symptom.RESPONSE_STALE_REUSE).confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream closed an idle connection just as the gateway used it again.
final class KeepaliveRace implements Cause {
    @Override
    public String id() {
        return "keepalive-race";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_STALE_REUSE -> Facts.CONFIRMED;
            case RESPONSE_CLOSED_EARLY, RESPONSE_RESET, REQUEST_WRITE_FAILED ->
                    Facts.reused(failure) && !Facts.received(failure) ? Facts.LIKELY : Facts.NO;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The visitor, or a proxy in front of us, gave up first.
final class ClientAborted implements Cause {
    @Override
    public String id() {
        return "client-aborted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case CLIENT_CLOSED -> Facts.CONFIRMED;
            case CLIENT_TIMEOUT -> Facts.LIKELY;
            default -> Facts.NO;
        };
    }
}

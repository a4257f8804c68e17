package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The application closes the connection before a complete answer, for a reason of its own.
final class UpstreamClosedEarly implements Cause {
    @Override
    public String id() {
        return "upstream-closed-early";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_CLOSED_EARLY,
                    RESPONSE_TRUNCATED,
                    REQUEST_WRITE_FAILED,
                    RESPONSE_STREAM_RESET,
                    CONNECT_RESET ->
                    Facts.LIKELY;
            case RESPONSE_RESET, CONNECT_OTHER -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

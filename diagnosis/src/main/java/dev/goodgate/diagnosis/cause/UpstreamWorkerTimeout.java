package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The application server ended the request at its own time limit.
final class UpstreamWorkerTimeout implements Cause {
    /// No usual limit of an application server is shorter.
    private static final long LONG_MICROS = 9_000_000;

    @Override
    public String id() {
        return "upstream-worker-timeout";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case ORIGIN_SCRIPT_TIMEOUT -> Facts.CONFIRMED;
            case RESPONSE_CLOSED_EARLY, RESPONSE_RESET, RESPONSE_TRUNCATED ->
                    Facts.lasted(failure, LONG_MICROS) ? Facts.LIKELY : Facts.NO;
            default -> Facts.NO;
        };
    }
}

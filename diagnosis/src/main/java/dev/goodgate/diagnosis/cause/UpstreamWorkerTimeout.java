package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
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
        Fit fit = Fit.of(failure).logged("worker timeout", "harakiri", "request_terminate_timeout");
        if (Facts.lasted(failure, LONG_MICROS)) {
            fit.likely(
                    Symptom.RESPONSE_CLOSED_EARLY,
                    Symptom.RESPONSE_RESET,
                    Symptom.RESPONSE_TRUNCATED);
        }
        return fit.confirmed(Symptom.ORIGIN_SCRIPT_TIMEOUT).confidence();
    }
}

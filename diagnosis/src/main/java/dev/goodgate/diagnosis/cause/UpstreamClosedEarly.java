package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The application closes the connection before a complete answer, for a reason of its own.
final class UpstreamClosedEarly implements Cause {
    @Override
    public String id() {
        return "upstream-closed-early";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .likely(
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.REQUEST_WRITE_FAILED,
                        Symptom.RESPONSE_STREAM_RESET,
                        Symptom.CONNECT_RESET)
                .possible(Symptom.RESPONSE_RESET, Symptom.CONNECT_OTHER)
                .confidence();
    }
}

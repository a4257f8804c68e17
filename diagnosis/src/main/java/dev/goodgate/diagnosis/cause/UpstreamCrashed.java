package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream's process died while it served the request.
final class UpstreamCrashed implements Cause {
    @Override
    public String id() {
        return "upstream-crashed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .ended(Evidence.ProcessEnded.End.CRASHED)
                .logged("segfault", "signal 11", "sigsegv", "core dumped", "sigabrt")
                .confirmed(Symptom.ORIGIN_CRASH)
                .likely(Symptom.RESPONSE_RESET)
                .possible(
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.REQUEST_WRITE_FAILED,
                        Symptom.RESPONSE_BAD_CHUNK)
                .confidence();
    }
}

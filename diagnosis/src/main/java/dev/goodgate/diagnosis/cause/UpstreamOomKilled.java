package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The system killed the upstream's process for its use of memory.
final class UpstreamOomKilled implements Cause {
    @Override
    public String id() {
        return "upstream-oom-killed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit =
                Fit.of(failure)
                        .ended(Evidence.ProcessEnded.End.OUT_OF_MEMORY)
                        .logged("out of memory: killed process", "oom-kill", "oomkilled");
        if (!Facts.reused(failure)) {
            fit.possible(
                    Symptom.RESPONSE_RESET, Symptom.RESPONSE_CLOSED_EARLY, Symptom.ORIGIN_CRASH);
        }
        return fit.likely(Symptom.ORIGIN_OOM).confidence();
    }
}

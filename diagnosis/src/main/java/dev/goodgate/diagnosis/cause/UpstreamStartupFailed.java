package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream was started but could not come up.
final class UpstreamStartupFailed implements Cause {
    @Override
    public String id() {
        return "upstream-startup-failed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .ended(Evidence.ProcessEnded.End.FAILED_TO_START)
                .logged(
                        "status=203/exec",
                        "failed at step exec",
                        "modulenotfounderror",
                        "cannot find module",
                        "start request repeated too quickly",
                        "crashloopbackoff")
                .likely(Symptom.ORIGIN_DEPLOY)
                .possible(
                        Symptom.CONNECT_REFUSED,
                        Symptom.CONNECT_SOCKET_MISSING,
                        Symptom.UPSTREAM_STARTING)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream is being restarted, deployed or scaled down.
final class UpstreamRestarting implements Cause {
    @Override
    public String id() {
        return "upstream-restarting";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .ended(Evidence.ProcessEnded.End.STOPPED)
                .logged("received sigterm", "graceful shutdown", "shutting down")
                .possible(
                        Symptom.CONNECT_REFUSED,
                        Symptom.CONNECT_RESET,
                        Symptom.CONNECT_SOCKET_MISSING,
                        Symptom.RESPONSE_STREAM_RESET,
                        Symptom.UPSTREAM_UNHEALTHY,
                        Symptom.ORIGIN_DEPLOY)
                .confidence();
    }
}

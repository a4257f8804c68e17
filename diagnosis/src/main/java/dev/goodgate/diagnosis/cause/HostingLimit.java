package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The plan's limits are used up, and the provider cuts connections.
final class HostingLimit implements Cause {
    @Override
    public String id() {
        return "hosting-limit";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("resource limit is reached", "bandwidth limit exceeded", "lve: ")
                .proven(
                        Symptom.ORIGIN_ERROR,
                        Symptom.ORIGIN_OVERLOAD,
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_RESET,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.CONNECT_REFUSED)
                .possible(Symptom.ORIGIN_OVERLOAD)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// Packets get lost on the way, or the line is slow.
final class NetworkUnstable implements Cause {
    @Override
    public String id() {
        return "network-unstable";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .probed(Evidence.Probe.Finding.PACKETS_LOST)
                .possible(
                        Symptom.CONNECT_TIMEOUT,
                        Symptom.RESPONSE_BODY_TIMEOUT,
                        Symptom.REQUEST_WRITE_TIMEOUT,
                        Symptom.CLIENT_TIMEOUT,
                        Symptom.CLIENT_CLOSED)
                .proven(
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_RESET,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT)
                .confidence();
    }
}

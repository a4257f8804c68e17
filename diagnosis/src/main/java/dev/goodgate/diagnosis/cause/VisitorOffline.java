package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The visitor has no internet access, or this network fails.
final class VisitorOffline implements Cause {
    @Override
    public String id() {
        return "visitor-offline";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .probed(Evidence.Probe.Finding.NOTHING_REACHABLE)
                .proven(
                        Symptom.CONNECT_TIMEOUT,
                        Symptom.CONNECT_UNREACHABLE,
                        Symptom.DNS_TIMEOUT,
                        Symptom.DNS_SERVFAIL,
                        Symptom.DNS_OTHER,
                        Symptom.CONNECT_OTHER)
                .confidence();
    }
}

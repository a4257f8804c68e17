package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The table in which a firewall remembers connections is full; it drops new ones.
final class ConntrackFull implements Cause {
    @Override
    public String id() {
        return "conntrack-full";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("table full, dropping packet")
                .proven(
                        Symptom.CONNECT_TIMEOUT,
                        Symptom.CONNECT_OTHER,
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.DNS_TIMEOUT)
                .confidence();
    }
}

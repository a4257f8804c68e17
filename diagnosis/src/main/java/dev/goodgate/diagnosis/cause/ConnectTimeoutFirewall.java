package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A firewall drops or rejects the packets on the way to the upstream.
final class ConnectTimeoutFirewall implements Cause {
    @Override
    public String id() {
        return "connect-timeout-firewall";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .likely(Symptom.CONNECT_TIMEOUT)
                .possible(Symptom.CONNECT_UNREACHABLE, Symptom.CONNECT_RESET, Symptom.CONNECT_OTHER)
                .confidence();
    }
}

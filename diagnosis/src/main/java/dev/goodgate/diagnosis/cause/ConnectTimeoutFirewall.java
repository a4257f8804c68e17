package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// A firewall drops or rejects the packets on the way to the upstream.
final class ConnectTimeoutFirewall implements Cause {
    @Override
    public String id() {
        return "connect-timeout-firewall";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case CONNECT_TIMEOUT -> Facts.LIKELY;
            case CONNECT_UNREACHABLE, CONNECT_RESET, CONNECT_OTHER -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream is being restarted, deployed or scaled down.
final class UpstreamRestarting implements Cause {
    @Override
    public String id() {
        return "upstream-restarting";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case CONNECT_REFUSED,
                    CONNECT_RESET,
                    CONNECT_SOCKET_MISSING,
                    RESPONSE_STREAM_RESET,
                    UPSTREAM_UNHEALTHY,
                    ORIGIN_DEPLOY ->
                    Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream was started but could not come up.
final class UpstreamStartupFailed implements Cause {
    @Override
    public String id() {
        return "upstream-startup-failed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case ORIGIN_DEPLOY -> Facts.LIKELY;
            case CONNECT_REFUSED, CONNECT_SOCKET_MISSING, UPSTREAM_STARTING -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream is coming up and will work a little later.
final class UpstreamNotReady implements Cause {
    @Override
    public String id() {
        return "upstream-not-ready";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case UPSTREAM_STARTING -> Facts.CONFIRMED;
            case CONNECT_SOCKET_MISSING, ROUTE_NO_ENDPOINTS -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

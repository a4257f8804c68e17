package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// There is no path through the network to the upstream.
final class NoRouteNetwork implements Cause {
    @Override
    public String id() {
        return "no-route-network";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case CONNECT_UNREACHABLE ->
                    Facts.errno(failure, "ENETUNREACH") ? Facts.CONFIRMED : Facts.LIKELY;
            case CONNECT_TIMEOUT, CONNECT_OTHER -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream has no usable endpoint.
final class NoHealthyUpstream implements Cause {
    @Override
    public String id() {
        return "no-healthy-upstream";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case UPSTREAM_UNHEALTHY, UPSTREAM_CIRCUIT_OPEN, ROUTE_NO_ENDPOINTS -> Facts.CONFIRMED;
            case UPSTREAM_RETRIES_EXHAUSTED -> Facts.LIKELY;
            default -> Facts.NO;
        };
    }
}

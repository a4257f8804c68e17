package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream has no usable endpoint.
final class NoHealthyUpstream implements Cause {
    @Override
    public String id() {
        return "no-healthy-upstream";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "no live upstreams",
                        "no healthy upstream",
                        "has no server available",
                        "no endpoints available")
                .confirmed(
                        Symptom.UPSTREAM_UNHEALTHY,
                        Symptom.UPSTREAM_CIRCUIT_OPEN,
                        Symptom.ROUTE_NO_ENDPOINTS)
                .likely(Symptom.UPSTREAM_RETRIES_EXHAUSTED)
                .confidence();
    }
}

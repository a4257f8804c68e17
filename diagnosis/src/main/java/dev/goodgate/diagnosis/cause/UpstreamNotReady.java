package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream is coming up and will work a little later.
final class UpstreamNotReady implements Cause {
    @Override
    public String id() {
        return "upstream-not-ready";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("health: starting", "waiting for database", "running migrations")
                .confirmed(Symptom.UPSTREAM_STARTING)
                .possible(Symptom.CONNECT_SOCKET_MISSING, Symptom.ROUTE_NO_ENDPOINTS)
                .confidence();
    }
}

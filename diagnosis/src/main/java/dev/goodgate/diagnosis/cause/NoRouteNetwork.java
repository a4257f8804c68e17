package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// There is no path through the network to the upstream.
final class NoRouteNetwork implements Cause {
    @Override
    public String id() {
        return "no-route-network";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit = Fit.of(failure).logged("network is unreachable");
        if (Facts.errno(failure, "ENETUNREACH")) fit.confirmed(Symptom.CONNECT_UNREACHABLE);
        return fit.likely(Symptom.CONNECT_UNREACHABLE)
                .possible(Symptom.CONNECT_TIMEOUT, Symptom.CONNECT_OTHER)
                .confidence();
    }
}

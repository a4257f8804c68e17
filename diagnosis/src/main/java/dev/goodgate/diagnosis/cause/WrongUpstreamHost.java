package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway dials the wrong host: typically `localhost` inside a container.
final class WrongUpstreamHost implements Cause {
    @Override
    public String id() {
        return "wrong-upstream-host";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit = Fit.of(failure);
        if (Facts.tried(failure, "127.") || Facts.tried(failure, "[::1]")) {
            fit.possible(Symptom.CONNECT_REFUSED);
        }
        return fit.likely(Symptom.DNS_NXDOMAIN).possible(Symptom.CONNECT_TIMEOUT).confidence();
    }
}

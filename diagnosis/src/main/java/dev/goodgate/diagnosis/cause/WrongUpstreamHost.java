package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The gateway dials the wrong host: typically `localhost` inside a container.
final class WrongUpstreamHost implements Cause {
    @Override
    public String id() {
        return "wrong-upstream-host";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case DNS_NXDOMAIN -> Facts.LIKELY;
            case CONNECT_TIMEOUT -> Facts.POSSIBLE;
            case CONNECT_REFUSED ->
                    Facts.tried(failure, "127.") || Facts.tried(failure, "[::1]")
                            ? Facts.POSSIBLE
                            : Facts.NO;
            default -> Facts.NO;
        };
    }
}

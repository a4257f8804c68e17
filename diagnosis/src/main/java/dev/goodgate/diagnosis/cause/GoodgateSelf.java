package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import java.util.Optional;

/// The gateway's own limit, bug or configuration.
final class GoodgateSelf implements Cause {
    @Override
    public String id() {
        return "goodgate-self";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case PROXY_INTERNAL -> Facts.CONFIRMED;
            case PROXY_OVERLOAD, RESPONSE_BUFFER, CONNECT_LOCAL_EXHAUSTED -> Facts.LIKELY;
            default -> failure.hop() == Hop.GATEWAY ? Facts.POSSIBLE : Facts.NO;
        };
    }
}

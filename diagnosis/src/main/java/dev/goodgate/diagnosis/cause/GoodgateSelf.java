package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The gateway's own limit, bug or configuration.
final class GoodgateSelf implements Cause {
    @Override
    public String id() {
        return "goodgate-self";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit =
                Fit.of(failure)
                        .confirmed(Symptom.PROXY_INTERNAL)
                        .likely(
                                Symptom.PROXY_OVERLOAD,
                                Symptom.RESPONSE_BUFFER,
                                Symptom.CONNECT_LOCAL_EXHAUSTED);
        if (failure.hop() == Hop.GATEWAY) fit.possible(failure.symptom());
        return fit.confidence();
    }
}

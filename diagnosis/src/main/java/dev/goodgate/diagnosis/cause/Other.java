package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// None of the causes we know: where to look further.
final class Other implements Cause {
    @Override
    public String id() {
        return "other";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .possible(Symptom.PROXY_SYNTHETIC, Symptom.CLIENT_AUTH, Symptom.ORIGIN_ERROR)
                .confidence();
    }
}

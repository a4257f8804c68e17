package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// Of several servers behind the name, one fails.
final class OneServerFaulty implements Cause {
    @Override
    public String id() {
        return "one-server-faulty";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .probed(Evidence.Probe.Finding.SOME_ADDRESSES_FAIL)
                .provenUnanswered()
                .proven(Symptom.TLS_CERT_EXPIRED)
                .confidence();
    }
}

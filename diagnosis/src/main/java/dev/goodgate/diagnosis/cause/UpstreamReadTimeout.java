package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream took the request and did not answer within the limit.
final class UpstreamReadTimeout implements Cause {
    @Override
    public String id() {
        return "upstream-read-timeout";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .confirmed(
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT,
                        Symptom.RESPONSE_BODY_TIMEOUT)
                .likely(Symptom.REQUEST_WRITE_TIMEOUT, Symptom.TLS_TIMEOUT)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The upstream took the request and did not answer within the limit.
final class UpstreamReadTimeout implements Cause {
    @Override
    public String id() {
        return "upstream-read-timeout";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_FIRST_BYTE_TIMEOUT, RESPONSE_TOTAL_TIMEOUT, RESPONSE_BODY_TIMEOUT ->
                    Facts.CONFIRMED;
            case REQUEST_WRITE_TIMEOUT, TLS_TIMEOUT -> Facts.LIKELY;
            default -> Facts.NO;
        };
    }
}

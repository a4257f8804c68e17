package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// Every PHP worker is busy; further requests wait or are refused.
final class PhpFpmMaxChildren implements Cause {
    @Override
    public String id() {
        return "php-fpm-max-children";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("max_children", "pool seems busy")
                .proven(
                        Symptom.CONNECT_BACKLOG_FULL,
                        Symptom.CONNECT_SOCKET_MISSING,
                        Symptom.CONNECT_REFUSED,
                        Symptom.CONNECT_TIMEOUT,
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT,
                        Symptom.ORIGIN_OVERLOAD)
                .confidence();
    }
}

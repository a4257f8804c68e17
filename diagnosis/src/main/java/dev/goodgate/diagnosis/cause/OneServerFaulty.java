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
                .proven(
                        Symptom.CONNECT_REFUSED,
                        Symptom.CONNECT_TIMEOUT,
                        Symptom.CONNECT_UNREACHABLE,
                        Symptom.CONNECT_RESET,
                        Symptom.CONNECT_OTHER,
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_RESET,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT,
                        Symptom.RESPONSE_BODY_TIMEOUT,
                        Symptom.UPSTREAM_UNHEALTHY,
                        Symptom.ROUTE_NO_ENDPOINTS,
                        Symptom.ORIGIN_ERROR,
                        Symptom.TLS_CERT_EXPIRED)
                .confidence();
    }
}

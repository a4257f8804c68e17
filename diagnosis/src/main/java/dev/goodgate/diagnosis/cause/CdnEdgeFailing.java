package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The CDN or shield itself fails; the origin answers when asked directly.
final class CdnEdgeFailing implements Cause {
    @Override
    public String id() {
        return "cdn-edge-failing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .probed(Evidence.Probe.Finding.ORIGIN_ANSWERS_DIRECTLY)
                .proven(
                        Symptom.ORIGIN_ERROR,
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
                        Symptom.PROXY_INTERNAL,
                        Symptom.PROXY_OVERLOAD)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A CDN or tunnel in front cannot reach the site.
final class CdnOriginUnreachable implements Cause {
    @Override
    public String id() {
        return "cdn-origin-unreachable";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("unable to reach the origin", "origin_bad_gateway", "origin is unreachable")
                .probed(Evidence.Probe.Finding.CDN_WITHOUT_ORIGIN)
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
                        Symptom.TLS_TIMEOUT,
                        Symptom.TLS_PROTOCOL,
                        Symptom.TLS_CERT_OTHER,
                        Symptom.ORIGIN_ERROR)
                .confidence();
    }
}

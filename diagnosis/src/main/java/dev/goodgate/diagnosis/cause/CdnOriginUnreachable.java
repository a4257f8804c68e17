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
                .provenUnanswered()
                .proven(Symptom.TLS_TIMEOUT, Symptom.TLS_PROTOCOL, Symptom.TLS_CERT_OTHER)
                .confidence();
    }
}

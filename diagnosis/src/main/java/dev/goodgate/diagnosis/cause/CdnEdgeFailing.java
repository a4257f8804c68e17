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
                .provenUnanswered()
                .proven(Symptom.PROXY_INTERNAL, Symptom.PROXY_OVERLOAD)
                .confidence();
    }
}

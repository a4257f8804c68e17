package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// Cookies, cache, an extension or the age of the visitor's browser break this site.
final class VisitorBrowserState implements Cause {
    @Override
    public String id() {
        return "visitor-browser-state";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .probed(Evidence.Probe.Finding.WORKS_IN_CLEAN_BROWSER)
                .possible(Symptom.CLIENT_BAD_REQUEST, Symptom.CLIENT_TOO_LARGE)
                .proven(
                        Symptom.ORIGIN_ERROR,
                        Symptom.PROXY_DENIED,
                        Symptom.TLS_PROTOCOL,
                        Symptom.RESPONSE_HEADERS_TOO_LARGE)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The web server in front has not loaded the module that forwards to this kind of upstream.
final class ProxyModuleMissing implements Cause {
    @Override
    public String id() {
        return "proxy-module-missing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("ah01144", "no protocol handler was valid")
                .proven(Symptom.PROXY_CONFIG, Symptom.PROXY_INTERNAL, Symptom.ORIGIN_ERROR)
                .confidence();
    }
}

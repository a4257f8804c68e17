package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A setting of the gateway does not fit this request or this upstream.
final class ProxyMisconfig implements Cause {
    @Override
    public String id() {
        return "proxy-misconfig";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .confirmed(Symptom.PROXY_CONFIG)
                .likely(
                        Symptom.CONNECT_PROHIBITED,
                        Symptom.RESPONSE_UPGRADE,
                        Symptom.RESPONSE_BODY_TOO_LARGE,
                        Symptom.DNS_NO_RESOLVER)
                .possible(Symptom.ROUTE_NONE, Symptom.ROUTE_NO_ENDPOINTS)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream needs the name in the TLS handshake, and the gateway sends none or another.
final class TlsSniMissing implements Cause {
    @Override
    public String id() {
        return "tls-sni-missing";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("unrecognized name", "unrecognized_name", "missing sni", "alert number 112")
                .possible(Symptom.TLS_ALERT, Symptom.TLS_CERT_NAME)
                .proven(Symptom.TLS_PROTOCOL, Symptom.TLS_CERT_UNTRUSTED)
                .confidence();
    }
}

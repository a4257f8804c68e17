package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The upstream's certificate is expired, not trusted, or made for another name.
final class TlsCertificateInvalid implements Cause {
    @Override
    public String id() {
        return "tls-certificate-invalid";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "certificate has expired",
                        "unable to get local issuer",
                        "self-signed certificate",
                        "self signed certificate",
                        "certificate verify")
                .confirmed(
                        Symptom.TLS_CERT_EXPIRED,
                        Symptom.TLS_CERT_UNTRUSTED,
                        Symptom.TLS_CERT_NAME,
                        Symptom.TLS_CERT_OTHER)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The two sides do not agree on how to secure the connection.
final class TlsHandshakeFailed implements Cause {
    @Override
    public String id() {
        return "tls-handshake-failed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged("handshake failure", "no shared cipher", "unsupported protocol")
                .confirmed(Symptom.TLS_CLIENT_CERT, Symptom.TLS_ALERT)
                .likely(Symptom.TLS_PROTOCOL, Symptom.TLS_ALPN)
                .possible(Symptom.TLS_TIMEOUT)
                .confidence();
    }
}

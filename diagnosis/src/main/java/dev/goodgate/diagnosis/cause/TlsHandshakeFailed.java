package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The two sides do not agree on how to secure the connection.
final class TlsHandshakeFailed implements Cause {
    @Override
    public String id() {
        return "tls-handshake-failed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case TLS_CLIENT_CERT, TLS_ALERT -> Facts.CONFIRMED;
            case TLS_PROTOCOL, TLS_ALPN -> Facts.LIKELY;
            case TLS_TIMEOUT -> Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

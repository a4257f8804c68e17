package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The two sides speak different protocols on this port.
final class ProtocolMismatch implements Cause {
    @Override
    public String id() {
        return "protocol-mismatch";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_BAD_STATUS_LINE ->
                    Facts.foreignOctets(failure) ? Facts.CONFIRMED : Facts.LIKELY;
            case TLS_PROTOCOL, TLS_ALPN, RESPONSE_BAD_VERSION, RESPONSE_APP_PROTOCOL ->
                    Facts.LIKELY;
            case CONNECT_RESET, RESPONSE_CLOSED_EARLY ->
                    Facts.reused(failure) ? Facts.NO : Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

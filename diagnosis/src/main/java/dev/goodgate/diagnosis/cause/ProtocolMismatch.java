package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The two sides speak different protocols on this port.
final class ProtocolMismatch implements Cause {
    @Override
    public String id() {
        return "protocol-mismatch";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit =
                Fit.of(failure)
                        .logged(
                                "wrong version number",
                                "wrong_version_number",
                                "plain http request was sent to https port");
        if (Facts.foreignOctets(failure)) fit.confirmed(Symptom.RESPONSE_BAD_STATUS_LINE);
        if (!Facts.reused(failure)) {
            fit.possible(Symptom.CONNECT_RESET, Symptom.RESPONSE_CLOSED_EARLY);
        }
        return fit.likely(
                        Symptom.TLS_PROTOCOL,
                        Symptom.TLS_ALPN,
                        Symptom.RESPONSE_BAD_VERSION,
                        Symptom.RESPONSE_APP_PROTOCOL)
                .likely(Symptom.RESPONSE_BAD_STATUS_LINE)
                .confidence();
    }
}

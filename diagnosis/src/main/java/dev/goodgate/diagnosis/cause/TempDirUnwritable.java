package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The folder in which the gateway or web server parks bodies is missing or not writable.
final class TempDirUnwritable implements Cause {
    @Override
    public String id() {
        return "temp-dir-unwritable";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        Fit fit = Fit.of(failure).logged("client_body_temp", "proxy_temp", "fastcgi_temp");
        if (Facts.errno(failure, "EACCES") || Facts.errno(failure, "EROFS")) {
            fit.likely(Symptom.RESPONSE_BUFFER);
        }
        return fit.proven(Symptom.RESPONSE_BUFFER, Symptom.PROXY_INTERNAL, Symptom.ORIGIN_ERROR)
                .confidence();
    }
}

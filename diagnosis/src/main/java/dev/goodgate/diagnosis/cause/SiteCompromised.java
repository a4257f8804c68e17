package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// Somebody broke into the site, and foreign code runs in it.
final class SiteCompromised implements Cause {
    @Override
    public String id() {
        return "site-compromised";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "eval(base64_decode",
                        "webshell",
                        "web shell",
                        "malware",
                        "cryptominer",
                        "xmrig")
                .proven(
                        Symptom.ORIGIN_ERROR,
                        Symptom.ORIGIN_OVERLOAD,
                        Symptom.ORIGIN_CRASH,
                        Symptom.ORIGIN_OOM,
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT)
                .confidence();
    }
}

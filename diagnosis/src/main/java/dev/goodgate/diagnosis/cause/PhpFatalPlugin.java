package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A plugin, a theme or a script of PHP ends with a fatal error.
final class PhpFatalPlugin implements Cause {
    @Override
    public String id() {
        return "php-fatal-plugin";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "php fatal error",
                        "php parse error",
                        "uncaught error",
                        "uncaught exception")
                .proven(
                        Symptom.ORIGIN_ERROR,
                        Symptom.ORIGIN_CRASH,
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_TRUNCATED)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// PHP ended the script at its own time limit.
final class PhpMaxExecutionTime implements Cause {
    @Override
    public String id() {
        return "php-max-execution-time";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "maximum execution time",
                        "request_terminate_timeout",
                        "execution timed out")
                .proven(
                        Symptom.RESPONSE_CLOSED_EARLY,
                        Symptom.RESPONSE_RESET,
                        Symptom.RESPONSE_TRUNCATED,
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT,
                        Symptom.ORIGIN_ERROR)
                .possible(Symptom.ORIGIN_SCRIPT_TIMEOUT)
                .confidence();
    }
}

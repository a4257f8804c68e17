package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The database runs, but the application waits for a free connection to it.
final class DbPoolExhausted implements Cause {
    @Override
    public String id() {
        return "db-pool-exhausted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "too many connections",
                        "remaining connection slots",
                        "queuepool limit",
                        "connection pool exhausted",
                        "hikaripool")
                .possible(
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT,
                        Symptom.ORIGIN_DEPENDENCY)
                .confidence();
    }
}

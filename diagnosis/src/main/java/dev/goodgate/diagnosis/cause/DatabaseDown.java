package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// The application cannot reach its database because the database is not running.
final class DatabaseDown implements Cause {
    @Override
    public String id() {
        return "database-down";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "could not connect to server",
                        "can't connect to mysql",
                        "error establishing a database connection",
                        "is the server running on",
                        "the database system is starting up")
                .likely(Symptom.ORIGIN_DEPENDENCY)
                .confidence();
    }
}

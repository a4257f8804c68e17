package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The database runs, but the application waits for a free connection to it.
final class DbPoolExhausted implements Cause {
    @Override
    public String id() {
        return "db-pool-exhausted";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case RESPONSE_FIRST_BYTE_TIMEOUT, RESPONSE_TOTAL_TIMEOUT, ORIGIN_DEPENDENCY ->
                    Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.lab.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.goodgate.lab.scenario.Expectation;
import org.jspecify.annotations.Nullable;

/// What one row came to. `seen` and `expected` are those of its first variant that went wrong, or
/// of its last.
public record Result(
        String id,
        String fault,
        Expectation expected,
        Seen seen,
        Verdict verdict,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
        long millis) {

    static Result skipped(dev.goodgate.lab.scenario.Row row, String reason) {
        return new Result(
                row.id(), row.fault(), row.expect(), Seen.NOTHING, Verdict.SKIPPED, reason, 0);
    }
}

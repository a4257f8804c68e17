package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import java.util.Optional;

/// The system killed the upstream's process for its use of memory.
final class UpstreamOomKilled implements Cause {
    @Override
    public String id() {
        return "upstream-oom-killed";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return switch (failure.symptom()) {
            case ORIGIN_OOM -> Facts.LIKELY;
            case RESPONSE_RESET, RESPONSE_CLOSED_EARLY, ORIGIN_CRASH ->
                    Facts.reused(failure) ? Facts.NO : Facts.POSSIBLE;
            default -> Facts.NO;
        };
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// A cache or session store that the application needs, such as Redis, is not running.
final class CacheServiceDown implements Cause {
    @Override
    public String id() {
        return "cache-service-down";
    }

    @Override
    public Optional<Confidence> judge(Failure failure) {
        return Fit.of(failure)
                .logged(
                        "connecting to redis",
                        "connect to redis",
                        "redis connection",
                        "connect to memcached",
                        ":6379",
                        ":11211")
                .proven(
                        Symptom.ORIGIN_DEPENDENCY,
                        Symptom.ORIGIN_ERROR,
                        Symptom.RESPONSE_FIRST_BYTE_TIMEOUT,
                        Symptom.RESPONSE_TOTAL_TIMEOUT,
                        Symptom.RESPONSE_CLOSED_EARLY)
                .possible(Symptom.ORIGIN_DEPENDENCY)
                .confidence();
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Optional;

/// How well a cause fits a failure by its symptom. What is said first holds.
final class Fit {
    private final Symptom symptom;
    private Optional<Confidence> confidence = Optional.empty();

    private Fit(Symptom symptom) {
        this.symptom = symptom;
    }

    static Fit of(Failure failure) {
        return new Fit(failure.symptom());
    }

    Fit confirmed(Symptom... symptoms) {
        return take(Confidence.CONFIRMED, symptoms);
    }

    Fit likely(Symptom... symptoms) {
        return take(Confidence.LIKELY, symptoms);
    }

    Fit possible(Symptom... symptoms) {
        return take(Confidence.POSSIBLE, symptoms);
    }

    /// Empty when none of the symptoms named was the failure's.
    Optional<Confidence> confidence() {
        return confidence;
    }

    private Fit take(Confidence found, Symptom... symptoms) {
        if (confidence.isPresent()) return this;
        for (Symptom one : symptoms) {
            if (one == symptom) confidence = Optional.of(found);
        }
        return this;
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Locale;
import java.util.Optional;

/// How well a cause fits a failure by its symptom. What is said first holds. Proof (a log line, a
/// process that ended, a probe) raises whatever fits to confirmed.
final class Fit {
    private final Failure failure;
    private Optional<Confidence> confidence = Optional.empty();
    private boolean proof;

    private Fit(Failure failure) {
        this.failure = failure;
    }

    static Fit of(Failure failure) {
        return new Fit(failure);
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

    /// Symptoms that speak for the cause only where proof is there. Said after the proof.
    Fit proven(Symptom... symptoms) {
        return proof ? take(Confidence.CONFIRMED, symptoms) : this;
    }

    /// Proof: a log line contains one of these, given in small letters.
    Fit logged(String... fragments) {
        for (Evidence evidence : failure.evidence()) {
            if (!(evidence instanceof Evidence.LogLine(var source, var text))) continue;
            String line = (source + ": " + text).toLowerCase(Locale.ROOT);
            for (String fragment : fragments) proof |= line.contains(fragment);
        }
        return this;
    }

    /// Proof: a process of the upstream ended so.
    Fit ended(Evidence.ProcessEnded.End end) {
        for (Evidence evidence : failure.evidence()) {
            proof |= evidence instanceof Evidence.ProcessEnded ended && ended.how() == end;
        }
        return this;
    }

    /// Proof: a probe found that.
    Fit probed(Evidence.Probe.Finding finding) {
        for (Evidence evidence : failure.evidence()) {
            proof |= evidence instanceof Evidence.Probe probe && probe.finding() == finding;
        }
        return this;
    }

    /// Empty when none of the symptoms named was the failure's.
    Optional<Confidence> confidence() {
        return proof && confidence.isPresent() ? Facts.CONFIRMED : confidence;
    }

    private Fit take(Confidence found, Symptom... symptoms) {
        if (confidence.isPresent()) return this;
        for (Symptom one : symptoms) {
            if (one == failure.symptom()) confidence = Optional.of(found);
        }
        return this;
    }
}

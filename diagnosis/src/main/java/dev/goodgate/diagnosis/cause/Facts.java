package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Questions that several causes ask about a failure.
final class Facts {
    static final Optional<Confidence> NO = Optional.empty();
    static final Optional<Confidence> POSSIBLE = Optional.of(Confidence.POSSIBLE);
    static final Optional<Confidence> LIKELY = Optional.of(Confidence.LIKELY);
    static final Optional<Confidence> CONFIRMED = Optional.of(Confidence.CONFIRMED);

    private Facts() {}

    /// That confidence when the symptom is among these, else none.
    static Optional<Confidence> when(
            Failure failure, Set<Symptom> symptoms, Optional<Confidence> confidence) {
        return symptoms.contains(failure.symptom()) ? confidence : NO;
    }

    /// Whether a system call failed with that error.
    static boolean errno(Failure failure, String name) {
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.Errno errno && errno.name().equals(name)) return true;
        }
        return false;
    }

    /// Whether the last try went out on a reused connection.
    static boolean reused(Failure failure) {
        if (!failure.attempts().isEmpty()) return failure.attempts().getLast().reused();
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.ConnectionAge(Evidence.Age.Reused _)) return true;
        }
        return false;
    }

    /// Whether some part of the response had come.
    static boolean received(Failure failure) {
        return !failure.attempts().isEmpty() && failure.attempts().getLast().receivedBytes() > 0;
    }

    /// Whether an address that was tried begins so.
    static boolean tried(Failure failure, String prefix) {
        for (Attempt attempt : failure.attempts()) {
            if (attempt.address().startsWith(prefix)) return true;
        }
        return false;
    }

    /// Whether a side closed first, and how.
    static boolean closed(Failure failure, Evidence.Closed.How how) {
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.Closed closed && closed.how() == how) return true;
        }
        return false;
    }

    /// Whether the offending octets of the response begin so (escaped as in the evidence).
    static boolean octetsBegin(Failure failure, String prefix) {
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.RuleBroken broken
                    && broken.octets()
                            .toLowerCase(Locale.ROOT)
                            .startsWith(prefix.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}

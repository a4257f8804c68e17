package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Diagnosis.Ranked;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.IncidentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// From facts to causes: asks each cause of the catalogue and ranks those that fit. Stateless; safe
/// for any thread, cheap enough for an event loop.
public final class Diagnoser {
    private static final int MOST = 5;

    private Diagnoser() {}

    /// The diagnosis of that failure: at most five causes, the surest first, those equally sure in
    /// the order of the catalogue.
    public static Diagnosis diagnose(Failure failure, IncidentId incident) {
        List<Ranked> fitting = new ArrayList<>();
        for (Cause cause : Causes.ALL) {
            Optional<Cause.Confidence> confidence = cause.judge(failure);
            if (confidence.isPresent()) fitting.add(new Ranked(cause, confidence.get()));
        }
        fitting.sort(Comparator.comparing(Ranked::confidence));
        return new Diagnosis(incident, failure, fitting.subList(0, Math.min(MOST, fitting.size())));
    }
}

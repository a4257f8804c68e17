package dev.goodgate.diagnosis;

import java.util.List;

/// A failure with its ranked causes, most likely first: what every renderer reads. Immutable.
public record Diagnosis(IncidentId incident, Failure failure, List<Ranked> causes) {

    /// A cause with the confidence the evidence gave it.
    public record Ranked(Cause cause, Cause.Confidence confidence) {}

    public Diagnosis {
        causes = List.copyOf(causes);
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause.Confidence;

/// How much a symptom alone, without further evidence, speaks for a cause.
public enum Prior {
    /// It proves it.
    HIGH("high"),
    /// More likely than not.
    MEDIUM("medium"),
    /// Worth checking.
    LOW("low"),
    /// Not at all; but a log line, a probe or a process that ended may prove it.
    RARE("rare");

    private final String id;

    Prior(String id) {
        this.id = id;
    }

    /// The stable name used in cause files and every output.
    public String id() {
        return id;
    }

    /// What a cause says by that confidence when it knows nothing but the symptom.
    static Prior of(Confidence confidence) {
        return switch (confidence) {
            case CONFIRMED -> HIGH;
            case LIKELY -> MEDIUM;
            case POSSIBLE -> LOW;
        };
    }
}

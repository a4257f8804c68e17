package dev.goodgate.logs.story;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.logs.rule.Beliefs.Reason;
import java.util.List;

/// A cause of a story: how strongly it is believed from 0 to 1, in a word, and which rules spoke.
public record Ranked(String cause, double belief, Confidence confidence, List<Reason> reasons) {
    private static final double PROOF = 0.85;
    private static final double LIKELY = 0.4;

    public Ranked {
        reasons = List.copyOf(reasons);
    }

    static Ranked of(String cause, double belief, List<Reason> reasons) {
        Confidence confidence =
                belief >= PROOF
                        ? Confidence.CONFIRMED
                        : belief >= LIKELY ? Confidence.LIKELY : Confidence.POSSIBLE;
        return new Ranked(cause, belief, confidence, reasons);
    }
}

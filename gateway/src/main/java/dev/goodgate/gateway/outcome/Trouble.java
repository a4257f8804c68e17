package dev.goodgate.gateway.outcome;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.upstream.Refusal;
import java.util.List;
import java.util.Map;

/// What went wrong with one try, before it is known whether another follows. Immutable.
public record Trouble(
        Symptom symptom,
        int status,
        Hop hop,
        Phase phase,
        RetryGrade retry,
        String details,
        Map<String, Object> parameters,
        List<Evidence> evidence) {

    /// That symptom, with its own status, hop, phase and grade.
    public static Trouble of(Symptom symptom, String details, Evidence... evidence) {
        return new Trouble(
                symptom,
                symptom.status(),
                symptom.hop(),
                symptom.phase(),
                symptom.retry(),
                details,
                Map.of(),
                List.of(evidence));
    }

    /// No connection could be had.
    public static Trouble of(Refusal refusal) {
        Symptom symptom = refusal.symptom();
        return new Trouble(
                symptom,
                symptom.status(),
                symptom.hop(),
                refusal.phase(),
                symptom.retry(),
                refusal.details(),
                refusal.parameters(),
                refusal.evidence());
    }

    /// The same, answered with that status; 0: the head is out already.
    public Trouble withStatus(int other) {
        return new Trouble(symptom, other, hop, phase, retry, details, parameters, evidence);
    }

    /// The same in that phase.
    public Trouble withPhase(Phase other) {
        return new Trouble(symptom, status, hop, other, retry, details, parameters, evidence);
    }

    /// The same, repeated on those terms.
    public Trouble withRetry(RetryGrade other) {
        return new Trouble(symptom, status, hop, phase, other, details, parameters, evidence);
    }

    /// The same with those parameters of Proxy-Status (RFC 9209 section 2.3).
    public Trouble withParameters(Map<String, Object> others) {
        return new Trouble(symptom, status, hop, phase, retry, details, others, evidence);
    }

    /// The same as `symptom`, everything else kept: the budget forbade a try that policy allowed.
    public Trouble exhausted() {
        Symptom other = Symptom.UPSTREAM_RETRIES_EXHAUSTED;
        String why = "the retry budget is used up; last: " + symptom.id() + ": " + details;
        return new Trouble(
                other, other.status(), other.hop(), other.phase(), retry, why, Map.of(), evidence);
    }
}

package dev.goodgate.diagnosis;

import java.util.List;
import java.util.Map;

/// What the witness saw of a failed exchange: facts only, no guess. Immutable.
///
/// `status` is what the client gets (0 when nothing could be sent any more). `retry` is the grade
/// of the exchange judged. `details` is a short sentence for operators, printable ASCII, never
/// shown to the public. `parameters` are further `Proxy-Status` parameters the RFC registers for
/// the error type (`rcode`, `header-name`, `coding` ...): a `String`, a `Long` or a [Token] each.
public record Failure(
        Symptom symptom,
        int status,
        Hop hop,
        Phase phase,
        RetryGrade retry,
        String details,
        Map<String, Object> parameters,
        List<Attempt> attempts,
        List<Evidence> evidence) {

    /// A structured-field token (RFC 9651 section 3.3.4) as a parameter value.
    public record Token(String value) {}

    public Failure {
        parameters = Map.copyOf(parameters);
        attempts = List.copyOf(attempts);
        evidence = List.copyOf(evidence);
    }

    /// The failure with the symptom's own status, hop, phase and grade.
    public static Failure of(
            Symptom symptom, String details, List<Attempt> attempts, List<Evidence> evidence) {
        return new Failure(
                symptom,
                symptom.status(),
                symptom.hop(),
                symptom.phase(),
                symptom.retry(),
                details,
                Map.of(),
                attempts,
                evidence);
    }
}

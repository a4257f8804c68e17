package dev.goodgate.gateway.outcome;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.http.Repair;
import dev.goodgate.http.Violation;
import java.util.Map;

/// What a broken rule of the wire is called in the vocabulary of symptoms.
public final class Violations {
    private Violations() {}

    /// A request that breaks a rule.
    public static Trouble request(Violation violation) {
        String octets = quote(violation);
        int status = violation.rule().status();
        Symptom symptom =
                status == 413 || status == 414 || status == 431
                        ? Symptom.CLIENT_TOO_LARGE
                        : Symptom.CLIENT_BAD_REQUEST;
        return Trouble.of(symptom, sentence(violation, octets), evidence(violation, octets))
                .withStatus(status)
                .withRetry(RetryGrade.NEVER);
    }

    /// A response head that cannot be repaired.
    public static Trouble response(Violation violation) {
        String octets = quote(violation);
        Symptom symptom =
                switch (violation.rule().kind()) {
                    case STATUS_LINE -> Symptom.RESPONSE_BAD_STATUS_LINE;
                    case VERSION -> Symptom.RESPONSE_BAD_VERSION;
                    case SECTION_SIZE, FIELD_COUNT, HEAD_TOO_LARGE ->
                            Symptom.RESPONSE_HEADERS_TOO_LARGE;
                    case FIELD_SIZE -> Symptom.RESPONSE_HEADER_TOO_LARGE;
                    case FRAMING -> Symptom.RESPONSE_BAD_FRAMING;
                    case CODING -> Symptom.RESPONSE_BAD_TE;
                    case CHUNK -> Symptom.RESPONSE_BAD_CHUNK;
                    case TRAILER -> Symptom.RESPONSE_BAD_TRAILERS;
                    case FIELD, MALFORMED, TARGET_TOO_LONG, NOT_IMPLEMENTED, EXPECTATION ->
                            Symptom.RESPONSE_BAD_HEADER;
                };
        return Trouble.of(symptom, sentence(violation, octets), evidence(violation, octets))
                .withParameters(parameters(symptom, violation));
    }

    private static Map<String, Object> parameters(Symptom symptom, Violation violation) {
        return switch (symptom) {
            case RESPONSE_BAD_CHUNK -> Map.of("coding", new Failure.Token("chunked"));
            case RESPONSE_BAD_TE ->
                    violation.subject().isEmpty()
                            ? Map.of()
                            : Map.of("coding", new Failure.Token(violation.subject()));
            case RESPONSE_HEADERS_TOO_LARGE -> Map.of("header-section-size", violation.offset());
            case RESPONSE_HEADER_TOO_LARGE -> Map.of("header-name", violation.subject());
            default -> Map.of();
        };
    }

    /// A body of an upstream whose chunked coding is broken.
    public static Trouble responseBody(Violation violation) {
        return response(violation).withPhase(Phase.BODY).withStatus(0);
    }

    /// What a repair is recorded as.
    public static Symptom observation(Repair repair) {
        return switch (repair) {
            case SPACE_BEFORE_COLON, OBS_FOLD, BARE_LF -> Symptom.RESPONSE_BAD_HEADER;
            case LENGTH_AND_CODING, DUPLICATE_LENGTH, CHUNKED_IN_1_0 ->
                    Symptom.RESPONSE_BAD_FRAMING;
            case MISSING_REASON -> Symptom.RESPONSE_BAD_STATUS_LINE;
        };
    }

    private static Evidence evidence(Violation violation, String octets) {
        return new Evidence.RuleBroken(
                violation.rule().id(), violation.rule().section(), violation.offset(), octets);
    }

    /// The octets to quote: what follows a bad octet inside a field may be a secret, so there it is
    /// that octet alone.
    private static String quote(Violation violation) {
        String all = violation.escaped();
        boolean field =
                switch (violation.rule().kind()) {
                    case STATUS_LINE, VERSION, CHUNK, FRAMING, CODING -> false;
                    default -> true;
                };
        return field ? first(all) : all;
    }

    private static String first(String escaped) {
        if (escaped.isEmpty()) return "";
        if (escaped.charAt(0) != '\\') return escaped.substring(0, 1);
        int length = escaped.startsWith("\\x") ? 4 : 2;
        return escaped.substring(0, Math.min(length, escaped.length()));
    }

    private static String sentence(Violation violation, String octets) {
        return violation.rule().id()
                + " ("
                + violation.rule().section()
                + ") at octet "
                + violation.offset()
                + ": "
                + octets;
    }
}

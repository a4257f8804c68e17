package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.ErrorType;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.status.StatusPhrases;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The `Proxy-Status` member of this gateway (RFC 9209), serialized as a structured field (RFC
/// 9651). Stateless; safe for any thread.
public final class ProxyStatus {
    /// Parameters that quote the upstream's message or name its address.
    private static final Set<String> OPERATORS_ONLY =
            Set.of("header-name", "trailer-name", "alert-message", "next-hop", "details");

    /// What follows from the symptom alone.
    private static final Map<Symptom, Map<String, Object>> OF_SYMPTOM =
            Map.of(
                    Symptom.DNS_NXDOMAIN,
                    Map.of("rcode", "NXDOMAIN"),
                    Symptom.DNS_SERVFAIL,
                    Map.of("rcode", "SERVFAIL"),
                    Symptom.DNS_REFUSED,
                    Map.of("rcode", "REFUSED"),
                    Symptom.TLS_CLIENT_CERT,
                    Map.of("alert-id", 116L),
                    Symptom.RESPONSE_BAD_CHUNK,
                    Map.of("coding", new Failure.Token("chunked")));

    private ProxyStatus() {}

    /// The member for a failure: `goodgate; error=connection_refused` and the parameters the RFC
    /// registers for that type; `next-hop` and `details` only for operators.
    public static String of(String name, Failure failure, Exposure exposure) {
        StringBuilder out = new StringBuilder(96).append(Structured.tokenOrString(name));
        parameters(failure).forEach((key, value) -> append(out, key, value, exposure));
        if (exposure == Exposure.FULL) {
            append(out, "next-hop", nextHop(failure), exposure);
            append(out, "details", failure.details(), exposure);
        }
        return out.toString();
    }

    /// The member for an answer of the origin that is passed on: `goodgate; received-status=404`.
    public static String relayed(String name, int status) {
        return Structured.tokenOrString(name) + "; received-status=" + status;
    }

    /// The parameters by name, `error` first: a `String`, a `Long` or a `Failure.Token` each. Those
    /// that follow from the symptom are added to those the failure brings.
    public static Map<String, Object> parameters(Failure failure) {
        Map<String, Object> all = new LinkedHashMap<>();
        ErrorType type = failure.symptom().errorType();
        if (type != ErrorType.NONE) all.put("error", new Failure.Token(type.token()));
        all.putAll(OF_SYMPTOM.getOrDefault(failure.symptom(), Map.of()));
        if (type == ErrorType.HTTP_REQUEST_ERROR && failure.status() > 0) {
            all.put("status-code", (long) failure.status());
            all.put("status-phrase", StatusPhrases.phrase(failure.status()));
        }
        all.putAll(new TreeMap<>(failure.parameters()));
        for (Evidence evidence : failure.evidence()) {
            if (evidence instanceof Evidence.ReceivedStatus(int status)) {
                all.put("received-status", (long) status);
            }
        }
        return all;
    }

    private static String nextHop(Failure failure) {
        String address = "";
        for (Attempt attempt : failure.attempts()) {
            if (!attempt.address().isEmpty()) address = attempt.address();
        }
        return address;
    }

    private static void append(StringBuilder out, String key, Object value, Exposure exposure) {
        if (exposure == Exposure.PUBLIC && OPERATORS_ONLY.contains(key)) return;
        if (value instanceof String text && text.isEmpty()) return;
        out.append("; ").append(key).append('=');
        switch (value) {
            case Long number -> out.append(Structured.integer(number));
            case Failure.Token token -> out.append(Structured.tokenOrString(token.value()));
            default -> out.append(Structured.string(value.toString()));
        }
    }
}

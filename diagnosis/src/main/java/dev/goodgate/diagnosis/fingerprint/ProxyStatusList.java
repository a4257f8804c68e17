package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.ErrorType;
import dev.goodgate.diagnosis.Symptom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads `Proxy-Status` (RFC 9209) as others send it: leniently, in linear time. The leftmost
/// member is nearest the origin.
final class ProxyStatusList {
    private ProxyStatusList() {}

    /// One intermediary's word: who it says it is, and its parameters, strings without quotes.
    record Member(String name, Map<String, String> parameters) {
        Member {
            parameters = Map.copyOf(parameters);
        }

        /// The token of the error type, empty when it reports none.
        String error() {
            return parameters.getOrDefault("error", "");
        }

        /// The symptoms that carry this error type.
        List<Symptom> symptoms() {
            Optional<ErrorType> type =
                    Arrays.stream(ErrorType.values())
                            .filter(one -> !one.token().isEmpty() && one.token().equals(error()))
                            .findAny();
            if (type.isEmpty()) return List.of();
            return Arrays.stream(Symptom.values())
                    .filter(symptom -> symptom.errorType() == type.get())
                    .toList();
        }
    }

    static List<Member> read(List<String> lines) {
        List<Member> members = new ArrayList<>();
        for (String line : lines) {
            for (String text : split(line, ',')) {
                if (!text.isEmpty()) members.add(member(text));
            }
        }
        return members;
    }

    private static Member member(String text) {
        List<String> parts = split(text, ';');
        Map<String, String> parameters = new HashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals <= 0) continue;
            String key = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            parameters.put(key, bare(part.substring(equals + 1)));
        }
        return new Member(bare(parts.getFirst()), parameters);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') i++;
            else if (c == '"') quoted = !quoted;
            else if (c == separator && !quoted) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static String bare(String value) {
        String text = value.strip();
        if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) return text;
        return text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }
}

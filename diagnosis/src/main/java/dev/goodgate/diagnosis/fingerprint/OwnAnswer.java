package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An answer that Goodgate itself made: its incident (empty where none is named) and the symptom it
/// names.
record OwnAnswer(String incident, List<Symptom> symptoms) {
    private static final String TYPE = "urn:goodgate:symptom:";
    private static final String PAGE = "<meta name=\"generator\" content=\"Goodgate\">";
    private static final int ID_LENGTH = 20;

    OwnAnswer {
        symptoms = List.copyOf(symptoms);
    }

    /// Empty when the response is not ours. The field `Goodgate-Incident` with a valid id, a
    /// `Proxy-Status` member of ours with an error, our problem type, the mark of our page or our
    /// lines of text prove it.
    static Optional<OwnAnswer> of(SavedResponse response, List<ProxyStatusList.Member> said) {
        String body = response.body();
        String field = id(response.value("goodgate-incident"));
        Optional<ProxyStatusList.Member> member =
                said.stream()
                        .filter(one -> one.name().equals("goodgate") && !one.error().isEmpty())
                        .findFirst();
        boolean made = body.contains("\"" + TYPE) || body.contains(PAGE) || paper(body);
        if (field.isEmpty() && member.isEmpty() && !made) return Optional.empty();
        List<Symptom> symptoms = named(body).map(List::of).orElse(List.of());
        if (symptoms.isEmpty() && member.isPresent()) symptoms = member.get().symptoms();
        return Optional.of(new OwnAnswer(field.isEmpty() ? incident(body) : field, symptoms));
    }

    /// The incident that the body of an answer of ours names, else empty.
    private static String incident(String body) {
        for (String before : List.of("urn:goodgate:incident:", "id=\"incident\">")) {
            String found = after(before, body);
            if (!found.isEmpty()) return found;
        }
        for (Language language : Language.all()) {
            String found = lineOf(Texts.in(language), body);
            if (!found.isEmpty()) return found;
        }
        return "";
    }

    /// Whether the body is our plain text or Markdown: the line of the incident with an id, and
    /// that of the symptom, in one of our languages.
    private static boolean paper(String body) {
        for (Language language : Language.all()) {
            Texts texts = Texts.in(language);
            if (!lineOf(texts, body).isEmpty() && body.contains(texts.text("page.symptom"))) {
                return named(body).isPresent();
            }
        }
        return false;
    }

    private static String lineOf(Texts texts, String body) {
        String name = texts.text("page.incident");
        String plain = after("\n" + texts.named(name, ""), body);
        return plain.isEmpty() ? after("\n| " + name + " | `", body) : plain;
    }

    /// The incident id right after those words, else empty.
    private static String after(String before, String body) {
        int at = body.indexOf(before);
        if (at < 0) return "";
        int from = at + before.length();
        return id(body.substring(from, Math.min(body.length(), from + ID_LENGTH)));
    }

    private static String id(String text) {
        return IncidentId.parse(text).map(IncidentId::text).orElse("");
    }

    /// The symptom whose id stands first in the body.
    private static Optional<Symptom> named(String body) {
        int type = body.indexOf(TYPE);
        if (type >= 0) {
            int from = type + TYPE.length();
            int end = from;
            while (end < body.length() && idCharacter(body.charAt(end))) end++;
            Optional<Symptom> symptom = Symptom.of(body.substring(from, end));
            if (symptom.isPresent()) return symptom;
        }
        return Arrays.stream(Symptom.values())
                .filter(symptom -> body.contains(symptom.id()))
                .min(Comparator.comparingInt(symptom -> body.indexOf(symptom.id())));
    }

    private static boolean idCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    }
}

package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An answer that Goodgate itself made: its incident (empty when only the body is there) and the
/// symptom it names.
record OwnAnswer(String incident, List<Symptom> symptoms) {
    private static final String TYPE = "urn:goodgate:symptom:";

    OwnAnswer {
        symptoms = List.copyOf(symptoms);
    }

    /// Empty when the response is not ours. Only the field `Goodgate-Incident` with a valid id, a
    /// `Proxy-Status` member of ours with an error, or our problem type proves it.
    static Optional<OwnAnswer> of(SavedResponse response, List<ProxyStatusList.Member> said) {
        String incident =
                IncidentId.parse(response.value("goodgate-incident"))
                        .map(IncidentId::text)
                        .orElse("");
        Optional<ProxyStatusList.Member> member =
                said.stream()
                        .filter(one -> one.name().equals("goodgate") && !one.error().isEmpty())
                        .findFirst();
        boolean typed = response.body().contains("\"" + TYPE);
        if (incident.isEmpty() && member.isEmpty() && !typed) return Optional.empty();
        List<Symptom> symptoms = named(response.body()).map(List::of).orElse(List.of());
        if (symptoms.isEmpty() && member.isPresent()) symptoms = member.get().symptoms();
        return Optional.of(new OwnAnswer(incident, symptoms));
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

package dev.goodgate.gateway.upstream;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import java.util.List;
import java.util.Map;

/// Why no connection could be had. `address` is what was dialled, empty when it did not come to
/// that; `dialled` tells whether this counts as a try.
public record Refusal(
        Symptom symptom,
        Phase phase,
        String details,
        Map<String, Object> parameters,
        List<Evidence> evidence,
        String address,
        boolean dialled) {

    static Refusal gateway(Symptom symptom, String details, Evidence evidence) {
        return new Refusal(symptom, Phase.SELECT, details, Map.of(), List.of(evidence), "", false);
    }
}

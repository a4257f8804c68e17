package dev.goodgate.diagnosis.incident;

import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.Symptom;

/// The short record of an incident like many others at that moment: it points to the latest one of
/// the same upstream and symptom that was kept in full.
public record Repeat(
        IncidentId id, String requestId, String upstream, Symptom symptom, IncidentId like) {

    /// One JSON object, valid against `docs/schema/incident.schema.json`.
    public String toJson() {
        return IncidentJson.write(this);
    }
}

package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import java.util.Map;

/// One format: what stands in its template once and for all, and what differs.
interface Rendering {
    /// The name of the template beside this class.
    String template();

    /// The text as it must stand in this format.
    String escape(String text);

    /// The lines of advice, in this format.
    String advice(SymptomTexts symptom);

    /// Further words of this format's own.
    default Map<String, String> words() {
        return Map.of();
    }

    /// Sets what is special to this format: `DETAIL`, `ATTEMPTS`, `CAUSES`, `DRAWING`, `RETRY`,
    /// `OPERATOR`.
    void fill(Template.Values values, Diagnosis diagnosis, Reader reader, Texts texts);
}

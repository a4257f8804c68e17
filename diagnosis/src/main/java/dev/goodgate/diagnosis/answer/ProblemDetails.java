package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.diagnosis.text.Sentences;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;

/// Problem details (RFC 9457) for programs.
final class ProblemDetails implements Rendering {
    @Override
    public String template() {
        return "problem.json";
    }

    @Override
    public String escape(String text) {
        return Json.escape(text);
    }

    @Override
    public String advice(SymptomTexts symptom) {
        return "";
    }

    @Override
    public void fill(Template.Values values, Diagnosis diagnosis, Reader reader, Texts texts) {
        Failure failure = diagnosis.failure();
        String detail =
                reader.exposure() == Exposure.FULL && !failure.details().isEmpty()
                        ? Sentences.details().in(failure.details(), texts)
                        : SymptomTexts.of(failure.symptom(), failure.status(), texts).visitor();
        values.set(Slot.DETAIL, escape(detail));
        Json attempts = new Json();
        DiagnosisJson.attempts(attempts, diagnosis, reader.exposure());
        Json causes = new Json();
        DiagnosisJson.causes(causes, diagnosis, texts, reader.exposure());
        values.set(Slot.ATTEMPTS, attempts.toString()).set(Slot.CAUSES, causes.toString());
    }
}

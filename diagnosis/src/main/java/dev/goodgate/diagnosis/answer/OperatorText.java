package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.Sentences;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What operators are told about a diagnosis, on paper: what was seen, attempts, evidence, causes
/// with their remedies.
public final class OperatorText {
    private OperatorText() {}

    /// Writes all of it.
    public static void write(Paper paper, Diagnosis diagnosis, Texts texts) {
        Failure failure = diagnosis.failure();
        SymptomTexts symptom = SymptomTexts.of(failure.symptom(), failure.status(), texts);
        paper.text(symptom.operator())
                .fact(texts.text("page.details"), Sentences.details().in(failure.details(), texts));
        if (!failure.attempts().isEmpty()) paper.heading(texts.text("page.attempts"));
        for (Attempt attempt : failure.attempts()) paper.quote(attempt(attempt, texts));
        if (!failure.evidence().isEmpty()) paper.heading(texts.text("page.evidence"));
        for (Evidence evidence : failure.evidence()) paper.quote(EvidenceText.of(evidence, texts));
        if (!diagnosis.causes().isEmpty()) paper.heading(texts.text("page.causes"));
        for (Diagnosis.Ranked ranked : diagnosis.causes()) {
            CauseTexts cause = CauseTexts.of(ranked.cause(), failure, texts);
            String aside = texts.list(List.of(confidence(ranked, texts), ranked.cause().id()));
            paper.subheading(cause.title(), aside).text(cause.explanation());
            for (Remedy remedy : cause.remedies()) {
                if (remedy.audience() == Audience.VISITOR) continue;
                paper.item(remedy.text());
                if (!remedy.command().isEmpty()) paper.command(remedy.command());
            }
        }
    }

    /// One try as a line.
    private static String attempt(Attempt attempt, Texts texts) {
        String result =
                switch (attempt.result()) {
                    case Attempt.Result.Answered(int status) -> answered(status, texts);
                    case Attempt.Result.Failed(var symptom, var phase) ->
                            texts.aside(symptom.id(), texts.text("phase." + phase.id()));
                };
        String address = attempt.address().isEmpty() ? "-" : attempt.address();
        return String.join(
                texts.text("list.semicolon"),
                texts.named(address, result),
                texts.numbers().micros(attempt.micros()),
                texts.named(texts.text("page.attempt_octets"), octets(attempt, texts)),
                EvidenceText.age(attempt.age(), texts));
    }

    static String answered(int status, Texts texts) {
        return texts.text("page.answered", Map.of("status", Integer.toString(status)));
    }

    /// Octets sent and received.
    static String octets(Attempt attempt, Texts texts) {
        String sent = texts.numbers().whole(attempt.sentBytes());
        return sent + " / " + texts.numbers().whole(attempt.receivedBytes());
    }

    static String confidence(Diagnosis.Ranked ranked, Texts texts) {
        return texts.text("confidence." + ranked.confidence().name().toLowerCase(Locale.ROOT));
    }
}

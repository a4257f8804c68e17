package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import java.util.Locale;

/// What operators are told, as Markdown and as plain text: details, attempts, evidence, causes with
/// their remedies.
public final class OperatorText {
    private OperatorText() {}

    /// As plain text.
    public static String plain(Diagnosis diagnosis, Texts texts) {
        Failure failure = diagnosis.failure();
        SymptomTexts symptom = SymptomTexts.of(failure.symptom(), failure.status(), texts);
        StringBuilder out = new StringBuilder(1024);
        out.append('\n').append(texts.text("page.operator")).append('\n');
        out.append("  ").append(symptom.operator()).append('\n');
        if (!failure.details().isEmpty()) {
            out.append("  ").append(PlainText.clean(failure.details())).append('\n');
        }
        for (Attempt attempt : failure.attempts()) {
            out.append("  * ").append(PlainText.clean(attempt(attempt))).append('\n');
        }
        for (Evidence evidence : failure.evidence()) {
            out.append("  * ").append(PlainText.clean(EvidenceText.of(evidence))).append('\n');
        }
        for (Diagnosis.Ranked ranked : diagnosis.causes()) {
            CauseTexts cause = CauseTexts.of(ranked.cause(), failure, texts);
            out.append('\n').append("  ").append(cause.title()).append(" [");
            out.append(ranked.cause().id()).append(", ").append(confidence(ranked, texts));
            out.append("]\n    ").append(cause.explanation()).append('\n');
            for (Remedy remedy : cause.remedies()) {
                if (remedy.audience() == Audience.VISITOR) continue;
                out.append("    - ").append(remedy.text()).append('\n');
                if (remedy.command().isEmpty()) continue;
                out.append("        ").append(PlainText.clean(remedy.command())).append('\n');
            }
        }
        return out.append("\n  goodgate incident ")
                .append(diagnosis.incident())
                .append('\n')
                .toString();
    }

    /// As Markdown.
    public static String markdown(Diagnosis diagnosis, Texts texts) {
        Failure failure = diagnosis.failure();
        SymptomTexts symptom = SymptomTexts.of(failure.symptom(), failure.status(), texts);
        StringBuilder out = new StringBuilder(1024);
        out.append("\n## ").append(MarkdownText.escaped(texts.text("page.operator")));
        out.append("\n\n").append(MarkdownText.escaped(symptom.operator())).append('\n');
        if (!failure.details().isEmpty()) {
            out.append('\n').append(MarkdownText.code(failure.details())).append('\n');
        }
        if (!failure.attempts().isEmpty() || !failure.evidence().isEmpty()) out.append('\n');
        for (Attempt attempt : failure.attempts()) {
            out.append("- ").append(MarkdownText.code(attempt(attempt))).append('\n');
        }
        for (Evidence evidence : failure.evidence()) {
            out.append("- ").append(MarkdownText.code(EvidenceText.of(evidence))).append('\n');
        }
        for (Diagnosis.Ranked ranked : diagnosis.causes()) {
            CauseTexts cause = CauseTexts.of(ranked.cause(), failure, texts);
            out.append("\n### ").append(MarkdownText.escaped(cause.title())).append("\n\n`");
            out.append(ranked.cause().id()).append("`, ").append(confidence(ranked, texts));
            out.append(". ").append(MarkdownText.escaped(cause.explanation())).append("\n\n");
            for (Remedy remedy : cause.remedies()) {
                if (remedy.audience() == Audience.VISITOR) continue;
                out.append("- ").append(MarkdownText.escaped(remedy.text()));
                if (!remedy.command().isEmpty()) {
                    out.append("  \n  ").append(MarkdownText.code(remedy.command()));
                }
                out.append('\n');
            }
        }
        return out.append("\n`goodgate incident ")
                .append(diagnosis.incident())
                .append("`\n")
                .toString();
    }

    /// One try as a line.
    static String attempt(Attempt attempt) {
        String result =
                switch (attempt.result()) {
                    case Attempt.Result.Answered(int status) -> "answered " + status;
                    case Attempt.Result.Failed(var symptom, var phase) ->
                            symptom.id() + " in " + phase.id();
                };
        return (attempt.address().isEmpty() ? "-" : attempt.address())
                + ": "
                + result
                + " after "
                + micros(attempt.micros())
                + ", "
                + attempt.sentBytes()
                + " octets sent, "
                + attempt.receivedBytes()
                + " received, "
                + EvidenceText.age(attempt.age());
    }

    /// `480 µs`, `12.3 ms`, `3.00 s`.
    static String micros(long micros) {
        if (micros < 1000) return micros + " µs";
        if (micros < 1_000_000) return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
        return String.format(Locale.ROOT, "%.2f s", micros / 1e6);
    }

    static String confidence(Diagnosis.Ranked ranked, Texts texts) {
        return texts.text("confidence." + ranked.confidence().name().toLowerCase(Locale.ROOT));
    }
}

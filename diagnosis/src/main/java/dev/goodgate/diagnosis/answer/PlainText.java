package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import java.util.OptionalInt;

/// Plain text, for terminals.
final class PlainText implements Rendering {
    @Override
    public String template() {
        return "answer.txt";
    }

    /// Controls would move a terminal's cursor: they become spaces.
    @Override
    public String escape(String text) {
        return clean(text);
    }

    static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? ' ' : c);
        }
        return out.toString();
    }

    @Override
    public String advice(SymptomTexts symptom) {
        StringBuilder out = new StringBuilder();
        for (String line : symptom.advice()) out.append("  - ").append(escape(line)).append('\n');
        return out.toString();
    }

    @Override
    public void fill(Template.Values values, Diagnosis diagnosis, Reader reader, Texts texts) {
        OptionalInt seconds = RetryAdvice.seconds(diagnosis.failure(), reader.idempotent());
        if (seconds.isPresent()) {
            values.set(Slot.RETRY, "  - " + RetryAdvice.text(seconds.getAsInt(), texts) + "\n");
        }
        if (reader.exposure() == Exposure.FULL) {
            Paper paper = Paper.plain().heading(texts.text("page.operator"));
            OperatorText.write(paper, diagnosis, texts);
            paper.heading(texts.text("page.more"))
                    .command("goodgate incident " + diagnosis.incident());
            values.set(Slot.OPERATOR, paper.written());
        }
    }
}

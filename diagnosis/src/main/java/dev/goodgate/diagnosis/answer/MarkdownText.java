package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import java.util.OptionalInt;

/// Markdown, for people who paste answers into tickets, and for language models.
final class MarkdownText implements Rendering {
    private static final String SPECIAL = "\\`*_{}[]<>#|~&";

    @Override
    public String template() {
        return "answer.md";
    }

    @Override
    public String escape(String text) {
        return escaped(text);
    }

    /// Text that no reader takes for markup.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                out.append(' ');
            } else {
                if (SPECIAL.indexOf(c) >= 0) out.append('\\');
                out.append(c);
            }
        }
        return out.toString();
    }

    /// A code span that ends where it should, whatever the text holds (CommonMark section 6.1).
    static String code(String text) {
        String clean = PlainText.clean(text);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < clean.length(); i++) {
            run = clean.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + clean + fence : fence + " " + clean + " " + fence;
    }

    @Override
    public String advice(SymptomTexts symptom) {
        StringBuilder out = new StringBuilder();
        for (String line : symptom.advice()) out.append("- ").append(escape(line)).append('\n');
        return out.toString();
    }

    @Override
    public void fill(Template.Values values, Diagnosis diagnosis, Reader reader, Texts texts) {
        OptionalInt seconds = RetryAdvice.seconds(diagnosis.failure(), reader.idempotent());
        if (seconds.isPresent()) {
            values.set(
                    Slot.RETRY, "- " + escape(RetryAdvice.text(seconds.getAsInt(), texts)) + "\n");
        }
        if (reader.exposure() == Exposure.FULL) {
            Paper paper = Paper.markdown().heading(texts.text("page.operator"));
            OperatorText.write(paper, diagnosis, texts);
            paper.heading(texts.text("page.more"))
                    .block("goodgate incident " + diagnosis.incident());
            values.set(Slot.OPERATOR, paper.written());
        }
    }
}

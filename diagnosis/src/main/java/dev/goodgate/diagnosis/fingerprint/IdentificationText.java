package dev.goodgate.diagnosis.fingerprint;

import dev.goodgate.diagnosis.Diagnosis.Ranked;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.Language;
import java.util.List;

/// An identification as people read it, for a terminal. Holds no character of the page that a
/// terminal would act on.
public final class IdentificationText {
    private static final int LABEL = 16;
    private static final int MOST_SYMPTOMS = 6;

    private final StringBuilder out = new StringBuilder();
    private final Finding finding;

    private IdentificationText(Finding finding) {
        this.finding = finding;
    }

    /// The whole finding, lines ended by `\n`.
    public static String of(Identification found, Language language) {
        return new IdentificationText(new Finding(found, language)).write();
    }

    private String write() {
        Identification found = finding.found;
        out.append(finding.verdict()).append("\n\n");
        fact("answer", finding.answer());
        found.best().ifPresent(this::product);
        fact("incident", found.incident());
        List<String> symptoms =
                found.symptoms().stream().limit(MOST_SYMPTOMS).map(Symptom::id).toList();
        fact("symptoms", finding.list(symptoms));
        for (Identification.Said said : found.said()) fact("said", said(said));
        fact("passed", passed());
        for (Match other : found.others()) fact("others", other(other));
        causes(found.causes());
        notes();
        return out.toString();
    }

    private void product(Match match) {
        String sure = finding.confidence(match.confidence());
        String product = finding.aside(finding.name(match.product()), match.product().layer());
        fact("product", finding.list(List.of(product, sure)));
        fact("what", finding.meaning());
        fact("failure", match.fingerprint().failure().id());
        fact("where", finding.aside(finding.where(), match.fingerprint().hop().id()));
        for (String evidence : match.evidence()) fact("seen", evidence);
    }

    private static String said(Identification.Said said) {
        StringBuilder text = new StringBuilder(said.name());
        if (!said.error().isEmpty()) text.append(": ").append(said.error());
        if (!said.receivedStatus().isEmpty()) {
            text.append(": received-status ").append(said.receivedStatus());
        }
        if (!said.details().isEmpty()) text.append(" (").append(said.details()).append(')');
        return text.toString();
    }

    private String passed() {
        return finding.list(
                finding.found.passed().stream()
                        .map(through ->
                                finding.aside(finding.name(through.product()), through.by()))
                        .toList());
    }

    private String other(Match match) {
        String sure = finding.confidence(match.confidence());
        String named = finding.list(List.of(finding.name(match.product()), sure));
        return finding.named(named, finding.words.meaning(match));
    }

    private void causes(List<Ranked> causes) {
        if (causes.isEmpty()) return;
        out.append('\n').append(finding.words.word("label.causes")).append('\n');
        Ranked first = causes.getFirst();
        CauseTexts texts = finding.texts(first);
        out.append("  ").append(finding.aside(texts.title(), sure(first))).append('\n');
        for (Remedy remedy : texts.remedies()) {
            String audience = finding.words.word("audience." + remedy.audience().id());
            out.append("    ").append(finding.named(audience, remedy.text())).append('\n');
            if (!remedy.command().isEmpty()) {
                out.append("        ").append(remedy.command()).append('\n');
            }
        }
        for (Ranked ranked : causes.subList(1, causes.size())) {
            String title = finding.texts(ranked).title();
            out.append("  ").append(finding.aside(title, sure(ranked))).append('\n');
        }
    }

    private String sure(Ranked ranked) {
        String confidence = finding.confidence(ranked.confidence());
        return finding.list(List.of(confidence, ranked.cause().id()));
    }

    private void notes() {
        List<String> notes = finding.notes();
        if (notes.isEmpty()) return;
        out.append('\n').append(finding.words.word("label.notes")).append('\n');
        for (String note : notes) out.append("  ").append(note).append('\n');
    }

    private void fact(String label, String value) {
        if (value.isEmpty()) return;
        String name = finding.words.word("label." + label);
        out.append(name).repeat(' ', Math.max(1, LABEL - name.length())).append(value).append('\n');
    }
}

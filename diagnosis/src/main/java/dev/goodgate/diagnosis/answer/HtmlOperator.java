package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.Sentences;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import java.util.List;

/// The part of the page that only operators see: what failed in exact words, every attempt, the
/// evidence, and the causes with their remedies.
final class HtmlOperator {
    private static final int MOST_ATTEMPTS = 5;
    private static final int MOST_EVIDENCE = 8;
    private static final int MOST_CAUSES = 3;
    private static final String CAUSE_END = "</ul></div>";

    private final Diagnosis diagnosis;
    private final Failure failure;
    private final Texts texts;
    private final StringBuilder out = new StringBuilder(4096);
    private int room;

    HtmlOperator(Diagnosis diagnosis, Texts texts) {
        this.diagnosis = diagnosis;
        this.failure = diagnosis.failure();
        this.texts = texts;
    }

    /// At most so many octets, as far as causes and remedies are concerned: what does not fit is
    /// left out from the end, and the command at the foot shows it.
    String render(int most) {
        room = most;
        out.append("<section class=\"card\"><h2>").append(text("page.operator")).append("</h2>");
        out.append("<p class=\"note\">").append(text("page.operator_why")).append("</p><p>");
        SymptomTexts symptom = SymptomTexts.of(failure.symptom(), failure.status(), texts);
        out.append(HtmlPage.escaped(symptom.operator())).append("</p>");
        facts();
        attempts();
        evidence();
        String foot = foot();
        room -= octets(out) + octets(foot);
        causes();
        return out.append(foot).toString();
    }

    private String foot() {
        String title = "<h3>" + text("page.more") + "</h3><pre>goodgate incident ";
        return title + diagnosis.incident() + "</pre></section>";
    }

    private void facts() {
        out.append("<dl><dt>").append(text("page.symptom")).append("</dt><dd><code>");
        out.append(failure.symptom().id()).append("</code></dd><dt>").append(text("page.where"));
        String hop = texts.text("hop." + failure.hop().id());
        String phase = texts.text("phase." + failure.phase().id());
        out.append("</dt><dd>").append(HtmlPage.escaped(texts.list(List.of(hop, phase))));
        out.append("</dd>");
        if (!failure.details().isEmpty()) {
            out.append("<dt>").append(text("page.details")).append("</dt><dd><code>");
            out.append(clip(Sentences.details().in(failure.details(), texts)))
                    .append("</code></dd>");
        }
        out.append("</dl>");
    }

    private void attempts() {
        if (failure.attempts().isEmpty()) return;
        String title = text("page.attempts");
        out.append("<h3>").append(title).append("</h3><div class=\"wide\" role=\"region\"");
        out.append(" aria-label=\"").append(title).append("\" tabindex=\"0\"><table><thead><tr>");
        for (String column : List.of("target", "result", "time", "octets", "connection")) {
            out.append("<th scope=\"col\">").append(text("page.attempt_" + column)).append("</th>");
        }
        out.append("</tr></thead><tbody>");
        int skipped = Math.max(0, failure.attempts().size() - MOST_ATTEMPTS);
        for (Attempt attempt : failure.attempts().subList(skipped, failure.attempts().size())) {
            attempt(attempt);
        }
        out.append("</tbody></table></div>");
    }

    private void attempt(Attempt attempt) {
        String address = attempt.address().isEmpty() ? "–" : attempt.address();
        out.append("<tr><td><code>").append(HtmlPage.escaped(address)).append("</code></td><td>");
        switch (attempt.result()) {
            case Attempt.Result.Answered(int status) ->
                    out.append(OperatorText.answered(status, texts));
            case Attempt.Result.Failed(var symptom, var phase) ->
                    out.append("<code>")
                            .append(symptom.id())
                            .append("</code><br>")
                            .append(text("phase." + phase.id()));
        }
        out.append("</td><td>").append(texts.numbers().micros(attempt.micros()));
        out.append("</td><td>").append(OperatorText.octets(attempt, texts));
        out.append("</td><td>").append(EvidenceText.age(attempt.age(), texts));
        out.append("</td></tr>");
    }

    private void evidence() {
        if (failure.evidence().isEmpty()) return;
        out.append("<h3>").append(text("page.evidence")).append("</h3><ul>");
        failure.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(evidence -> EvidenceText.of(evidence, texts))
                .forEach(
                        line -> out.append("<li><code>").append(clip(line)).append("</code></li>"));
        out.append("</ul>");
    }

    private void causes() {
        if (diagnosis.causes().isEmpty()) return;
        String title = "<h3>" + text("page.causes") + "</h3>";
        for (Diagnosis.Ranked ranked : diagnosis.causes().stream().limit(MOST_CAUSES).toList()) {
            CauseTexts cause = CauseTexts.of(ranked.cause(), failure, texts);
            if (!put(title + head(ranked, cause), CAUSE_END)) return;
            title = "";
            boolean whole = true;
            for (Remedy remedy : cause.remedies()) {
                if (remedy.audience() == Audience.VISITOR) continue;
                whole = whole && put(item(remedy), CAUSE_END);
            }
            out.append(CAUSE_END);
            room -= CAUSE_END.length();
            if (!whole) return;
        }
    }

    private String head(Diagnosis.Ranked ranked, CauseTexts cause) {
        return "<div class=\"cause\"><h4>"
                + HtmlPage.escaped(cause.title())
                + " <span class=\"sure\">"
                + OperatorText.confidence(ranked, texts)
                + " · <code>"
                + ranked.cause().id()
                + "</code></span></h4><p>"
                + HtmlPage.escaped(cause.explanation())
                + "</p><ul>";
    }

    private static String item(Remedy remedy) {
        String command = remedy.command();
        String shown = command.isEmpty() ? "" : "<pre>" + HtmlPage.escaped(command) + "</pre>";
        return "<li>" + HtmlPage.escaped(remedy.text()) + shown + "</li>";
    }

    /// Writes that if it fits together with what must follow.
    private boolean put(String piece, String end) {
        int octets = octets(piece);
        if (octets + end.length() > room) return false;
        room -= octets;
        out.append(piece);
        return true;
    }

    /// As many as UTF-8 takes.
    private static int octets(CharSequence text) {
        int octets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            octets += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return octets;
    }

    private static String clip(String line) {
        String shown = line.length() <= 240 ? line : line.substring(0, 239) + "…";
        return HtmlPage.escaped(shown);
    }

    private String text(String key) {
        return HtmlPage.escaped(texts.text(key));
    }
}

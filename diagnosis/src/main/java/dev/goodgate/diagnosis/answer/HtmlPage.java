package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.OptionalInt;

/// The page for people.
final class HtmlPage implements Rendering {
    /// The policy that allows the page exactly what it holds: its style and its one script.
    static final String POLICY = policy(Answers.source("page.html"));

    @Override
    public String template() {
        return "page.html";
    }

    @Override
    public String escape(String text) {
        return escaped(text);
    }

    /// Text safe in content and in quoted attributes. Controls become spaces.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return out.toString();
    }

    @Override
    public String advice(SymptomTexts symptom) {
        StringBuilder out = new StringBuilder();
        for (String line : symptom.advice()) {
            out.append("<li>").append(escape(line)).append("</li>");
        }
        return out.toString();
    }

    @Override
    public void fill(Template.Values values, Diagnosis diagnosis, Reader reader, Texts texts) {
        values.set(Slot.DRAWING, Drawing.of(diagnosis.failure().hop(), texts));
        values.set(Slot.RETRY, retry(diagnosis.failure(), reader, texts));
        if (reader.exposure() == Exposure.FULL) {
            values.set(Slot.OPERATOR, new HtmlOperator(diagnosis, texts).render(values.left()));
        }
    }

    /// A button that loads the page again; or, where that would repeat something not idempotent, a
    /// word on whether repeating it is safe.
    private static String retry(Failure failure, Reader reader, Texts texts) {
        OptionalInt seconds = RetryAdvice.seconds(failure, reader.idempotent());
        if (reader.idempotent()) {
            return seconds.isEmpty() ? "" : button(seconds.getAsInt(), texts);
        }
        String key = resend(failure);
        if (key.isEmpty()) return "";
        return "<p class=\"again\">" + escaped(texts.text(key)) + "</p>";
    }

    /// What to say about sending the request again by hand, or nothing where it never got far.
    private static String resend(Failure failure) {
        if (failure.hop() == Hop.VISITOR || failure.hop() == Hop.ACCESS) return "";
        boolean sent = failure.phase().compareTo(Phase.SEND) >= 0;
        return switch (failure.retry()) {
            case ANY -> "page.safe_to_resend";
            case IDEMPOTENT, NEVER -> sent ? "page.check_before_resend" : "";
            case NOT_A_FAILURE -> "";
        };
    }

    private static String button(int seconds, Texts texts) {
        return "<div class=\"again\" id=\"again\" data-seconds=\""
                + seconds
                + "\" data-text=\""
                + escaped(texts.text("page.retry_in"))
                + "\" data-stopped=\""
                + escaped(texts.text("page.retry_stopped"))
                + "\"><a class=\"button\" href=\"\">"
                + escaped(texts.text("page.retry_now"))
                + "</a><span id=\"count\"></span><button id=\"stop\" hidden>"
                + escaped(texts.text("page.retry_stop"))
                + "</button></div>";
    }

    private static String policy(String page) {
        int from = page.indexOf("<script>") + "<script>".length();
        String script = page.substring(from, page.indexOf("</script>", from));
        try {
            byte[] octets = script.getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(octets);
            return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash)
                    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every Java has it", missing);
        }
    }
}

package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.text.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

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
    public void fill(Template.Values values, Diagnosis diagnosis, Reader reader, Texts texts) {}

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

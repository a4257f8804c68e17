package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every symptom in every language, format and exposure: whole, and no word left behind.
class EveryLanguageTest {
    private static final Answers ANSWERS = new Answers();

    /// `{seconds}`, `{{title}}`; commands may hold braces of their own.
    private static final Pattern SLOT =
            Pattern.compile("(?<![%$])\\{\\{?(?!end)[a-z_]+}|, plural,");

    private static final Pattern KEY =
            Pattern.compile(
                    "\\b(page|hop|phase|advice|evidence|details|list|mark|unit|number|confidence|audience"
                            + "|incident|cause|symptom)\\.[a-z_]+\\b");

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void an_answer_is_whole_in_every_language(Symptom symptom) {
        Diagnosis diagnosis = Samples.diagnosis(failure(symptom));
        for (Language language : Language.all()) {
            for (Format format : Format.values()) {
                whole(diagnosis, new Reader(format, language, Exposure.PUBLIC, true));
                whole(diagnosis, new Reader(format, language, Exposure.FULL, true));
            }
        }
    }

    private static void whole(Diagnosis diagnosis, Reader reader) {
        String text = body(diagnosis, reader);
        String name = reader.toString();
        assertThat(text).as(name).contains(Samples.ID.text()).isNotBlank();
        assertThat(unscripted(text)).as(name).doesNotContainPattern(KEY);
        assertThat(unscripted(text)).as(name).doesNotContainPattern(SLOT);
        if (reader.format() == Format.HTML) assertThat(text).as(name).endsWith("</html>\n");
    }

    /// Only the phrase of the status, marks of time and ids are the same everywhere.
    @ParameterizedTest
    @ValueSource(strings = {"ru", "zh"})
    void what_the_public_reads_has_no_english_in_it(String tag) {
        Language language = Language.find(tag).orElseThrow();
        Set<String> english = new TreeSet<>();
        for (Symptom symptom : Symptom.values()) {
            Diagnosis diagnosis = Samples.diagnosis(Samples.with(symptom, symptom.status(), ""));
            Reader reader = new Reader(Format.HTML, language, Exposure.PUBLIC, true);
            String page = body(diagnosis, reader);
            String body = page.substring(page.indexOf("<h1>"), page.indexOf("<script>"));
            String text = body.replaceAll("<[^>]*>", " ").replace(Samples.ID.text(), " ");
            Pattern.compile("[A-Za-z]{2,}")
                    .matcher(text)
                    .results()
                    .forEach(word -> english.add(word.group()));
        }
        english.removeAll(List.of("UTC", "VPN", "Cookie", "cookie", "HTTP", "IP", "Web"));
        assertThat(english).isEmpty();
    }

    /// With evidence of every kind a gateway gathers.
    private static Failure failure(Symptom symptom) {
        Evidence.Age idle = new Evidence.Age.Reused(Duration.ofMillis(2140));
        Attempt.Result failed = new Attempt.Result.Failed(symptom, symptom.phase());
        List<Attempt> attempts =
                List.of(
                        new Attempt(failed, "127.0.0.1:3000", 1_500_000, 12_345, 0, idle),
                        new Attempt(
                                new Attempt.Result.Answered(503),
                                "127.0.0.1:3001",
                                480,
                                482,
                                12,
                                new Evidence.Age.Fresh()));
        List<Evidence> evidence = new ArrayList<>();
        for (Evidence.Probe.Finding finding : Evidence.Probe.Finding.values()) {
            evidence.add(new Evidence.Probe(finding, ""));
        }
        evidence.addAll(
                List.of(
                        new Evidence.Endpoint("http://127.0.0.1:3000", "gateway.yaml:7"),
                        new Evidence.Errno("ECONNREFUSED", "connect"),
                        new Evidence.DnsAnswer(
                                "app", "NXDOMAIN", List.of(), Evidence.DnsAnswer.Source.CACHED),
                        new Evidence.RuleBroken("field-line", "RFC 9112", 12_345, "x"),
                        new Evidence.LimitReached("upstreams.app.queue", "128"),
                        new Evidence.Closed(Hop.UPSTREAM, Evidence.Closed.How.RST),
                        new Evidence.ReceivedStatus(503),
                        new Evidence.ConnectionAge(idle),
                        new Evidence.Software("gunicorn"),
                        new Evidence.ProcessEnded(
                                "node", Evidence.ProcessEnded.End.OUT_OF_MEMORY)));
        return Failure.of(symptom, "seen", attempts, evidence);
    }

    private static String body(Diagnosis diagnosis, Reader reader) {
        return new String(ANSWERS.answer(diagnosis, reader).body(), StandardCharsets.UTF_8);
    }

    /// Without the page's own style and script, which have braces and names of their own, and
    /// without the ids that are the same in every language.
    private static String unscripted(String text) {
        String shown = text.replaceAll("(?s)<(style|script)>.*?</\\1>", " ");
        return shown.replaceAll("data-[a-z]+=\"[^\"]*\"", " ").replaceAll("urn:goodgate:\\S+", " ");
    }
}

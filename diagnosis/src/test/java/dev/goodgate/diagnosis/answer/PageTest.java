package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.RetryGrade;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageTest {
    private static final int LIMIT = 14 * 1024;

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void a_page_with_three_attempts_and_all_details_stays_under_14_kib_in_every_language(
            Symptom symptom) {
        for (Language language : Language.all()) {
            for (Exposure exposure : Exposure.values()) {
                Reader reader = new Reader(Format.HTML, language, exposure, true);
                byte[] page = new Answers().answer(three(symptom), reader).body();
                assertThat(page.length).as("%s %s", language, exposure).isLessThanOrEqualTo(LIMIT);
            }
        }
    }

    @Test
    void what_does_not_fit_is_left_out_from_the_end_and_the_page_stays_whole() {
        Language russian = Language.find("ru").orElseThrow();
        Reader reader = new Reader(Format.HTML, russian, Exposure.FULL, true);
        String page =
                new String(
                        new Answers().answer(three(Symptom.CONNECT_REFUSED), reader).body(),
                        StandardCharsets.UTF_8);
        for (String element : List.of("section", "div", "ul", "li", "h3", "h4", "pre", "p")) {
            int opened = page.split("<" + element + "[ >]", -1).length;
            assertThat(page.split("</" + element + ">", -1)).as(element).hasSize(opened);
        }
        assertThat(page).contains("goodgate incident " + Samples.ID).endsWith("</html>\n");
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void a_page_needs_nothing_from_elsewhere(Symptom symptom) {
        assertThat(page(three(symptom), Exposure.PUBLIC, true))
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=")
                .doesNotContain("url(")
                .doesNotContain("@import")
                .doesNotContain("{{")
                .doesNotContain("{seconds}</");
    }

    @Test
    void a_page_says_its_language_its_width_and_that_it_is_not_to_be_indexed() {
        assertThat(page(Samples.diagnosis(Samples.refused()), Exposure.PUBLIC, true))
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<meta name=\"viewport\" content=\"width=device-width")
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .containsOnlyOnce("<h1>")
                .containsOnlyOnce("<main>");
    }

    @Test
    void what_was_seen_cannot_become_markup() {
        String evil = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>";
        Attempt attempt =
                new Attempt(
                        new Attempt.Result.Failed(
                                Symptom.CONNECT_REFUSED, Samples.refused().phase()),
                        evil,
                        1,
                        0,
                        0,
                        new Evidence.Age.Fresh());
        Failure failure =
                Failure.of(
                        Symptom.CONNECT_REFUSED,
                        evil,
                        List.of(attempt),
                        List.of(new Evidence.Note(evil), new Evidence.Errno(evil, evil)));
        assertThat(page(Samples.diagnosis(failure), Exposure.FULL, true))
                .doesNotContain("<script>alert")
                .doesNotContain("<img")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void the_policy_allows_exactly_the_script_of_the_page() throws Exception {
        String page = page(Samples.diagnosis(Samples.refused()), Exposure.FULL, true);
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
        byte[] octets = script.getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(octets);
        assertThat(HtmlPage.POLICY)
                .startsWith("default-src 'none'; style-src 'unsafe-inline'; ")
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'")
                .contains("base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.split("<script", -1)).hasSize(2);
        assertThat(page).doesNotContainPattern(" on[a-z]+=\"");
    }

    @Test
    void only_a_request_that_may_be_repeated_gets_a_button() {
        Failure refused = Samples.refused();
        assertThat(page(Samples.diagnosis(refused), Exposure.PUBLIC, true))
                .contains("id=\"again\"");
        assertThat(page(Samples.diagnosis(refused), Exposure.PUBLIC, false))
                .doesNotContain("id=\"again\"")
                .contains("sending it again is safe");
        Failure slow = graded(Symptom.RESPONSE_FIRST_BYTE_TIMEOUT, RetryGrade.NEVER);
        assertThat(page(Samples.diagnosis(slow), Exposure.PUBLIC, true))
                .doesNotContain("id=\"again\"");
        assertThat(page(Samples.diagnosis(slow), Exposure.PUBLIC, false))
                .contains("may have taken effect");
        Failure config = graded(Symptom.PROXY_CONFIG, RetryGrade.NEVER);
        assertThat(page(Samples.diagnosis(config), Exposure.PUBLIC, false))
                .doesNotContain("may have taken effect");
    }

    @Test
    void text_and_marks_have_the_contrast_wcag_asks_for_in_light_and_dark() {
        for (Map<String, String> colours : schemes()) {
            for (String ground : List.of("page", "card", "well", "bad-well")) {
                assertThat(contrast(colours, "text", ground)).isGreaterThan(4.5);
            }
            for (String ink : List.of("soft", "act", "bad", "ok")) {
                assertThat(contrast(colours, ink, "card")).isGreaterThan(4.5);
            }
            assertThat(contrast(colours, "soft", "page")).isGreaterThan(4.5);
            assertThat(contrast(colours, "bad", "bad-well")).isGreaterThan(4.5);
            assertThat(contrast(colours, "on-act", "act")).isGreaterThan(4.5);
        }
    }

    private static String page(Diagnosis diagnosis, Exposure exposure, boolean idempotent) {
        Reader reader = new Reader(Format.HTML, Language.ENGLISH, exposure, idempotent);
        return new String(new Answers().answer(diagnosis, reader).body(), StandardCharsets.UTF_8);
    }

    private static Failure graded(Symptom symptom, RetryGrade grade) {
        return new Failure(
                symptom,
                symptom.status(),
                symptom.hop(),
                symptom.phase(),
                grade,
                "",
                Map.of(),
                List.of(),
                List.of());
    }

    private static Diagnosis three(Symptom symptom) {
        Attempt attempt =
                new Attempt(
                        new Attempt.Result.Failed(symptom, symptom.phase()),
                        "[2001:db8:1234:5678:9abc:def0:1234:5678]:65535",
                        60_000_123,
                        123_456,
                        123_456,
                        new Evidence.Age.Reused(Duration.ofSeconds(59)));
        return Samples.diagnosis(
                Failure.of(
                        symptom,
                        "x".repeat(120),
                        Collections.nCopies(3, attempt),
                        List.of(
                                new Evidence.Errno("ECONNREFUSED", "connect"),
                                new Evidence.RuleBroken(
                                        "field-line.name",
                                        "RFC 9112 section 5.1",
                                        12_345,
                                        "\\x00".repeat(32)),
                                new Evidence.DnsAnswer(
                                        "a.backend.example.internal",
                                        "NOERROR",
                                        List.of("192.168.100.100", "192.168.100.101"),
                                        Evidence.DnsAnswer.Source.STALE))));
    }

    /// The colours of the light scheme, then those of the dark one.
    private static List<Map<String, String>> schemes() {
        String page = Answers.source("page.html");
        Map<String, String> light = colours(page.substring(0, page.indexOf("@media")));
        Map<String, String> dark = colours(page.substring(page.indexOf("@media")));
        assertThat(dark.keySet()).isEqualTo(light.keySet());
        return List.of(light, dark);
    }

    private static Map<String, String> colours(String style) {
        Map<String, String> colours = new HashMap<>();
        Matcher matcher = Pattern.compile("--([a-z-]+): ?#([0-9a-f]{6});").matcher(style);
        while (matcher.find()) colours.putIfAbsent(matcher.group(1), matcher.group(2));
        return colours;
    }

    private static double contrast(Map<String, String> colours, String ink, String ground) {
        double a = luminance(Integer.parseInt(colours.getOrDefault(ink, ""), 16)) + 0.05;
        double b = luminance(Integer.parseInt(colours.getOrDefault(ground, ""), 16)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /// WCAG 2.2, relative luminance.
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

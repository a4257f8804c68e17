package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Attempt;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.RandomFailures;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// All renderings of one failure say the same, and none tells the public more than it may.
class AgreementTest {
    private static final int DRAWS = 12;
    private static final Answers ANSWERS = new Answers();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void all_renderings_agree_on_what_happened(Symptom symptom) {
        RandomFailures random = new RandomFailures(symptom.id().hashCode());
        IntStream.range(0, DRAWS).forEach(_ -> agree(Samples.diagnosis(random.next(symptom))));
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void the_public_sees_no_address_detail_or_evidence(Symptom symptom) {
        RandomFailures random = new RandomFailures(~symptom.id().hashCode());
        for (int i = 0; i < DRAWS; i++) {
            Diagnosis diagnosis = Samples.diagnosis(random.next(symptom));
            for (Format format : Format.values()) {
                Answer answer = answer(diagnosis, format, Exposure.PUBLIC);
                assertThat(body(answer)).doesNotContain(RandomFailures.MARK);
                assertThat(answer.fields().toString())
                        .doesNotContain(RandomFailures.MARK)
                        .doesNotContain("next-hop")
                        .doesNotContain("details=");
            }
        }
    }

    private static void agree(Diagnosis diagnosis) {
        Failure failure = diagnosis.failure();
        boolean retryable = RetryAdvice.retryable(failure, true);
        JsonNode problem = JSON.readTree(body(answer(diagnosis, Format.PROBLEM, Exposure.FULL)));
        assertThat(problem.path("status").asInt(-1)).isEqualTo(failure.status());
        assertThat(problem.path("symptom").asString("")).isEqualTo(failure.symptom().id());
        assertThat(problem.path("hop").asString("")).isEqualTo(failure.hop().id());
        assertThat(problem.path("phase").asString("")).isEqualTo(failure.phase().id());
        assertThat(problem.path("retryable").asBoolean(!retryable)).isEqualTo(retryable);
        assertThat(problem.path("incident").asString("")).isEqualTo(Samples.ID.text());
        if (!failure.details().isEmpty()) {
            String expected = failure.details().replaceAll("[\\ud800-\\udfff]", "\ufffd");
            assertThat(problem.path("detail").asString("")).isEqualTo(expected);
        }
        for (Format text : new Format[] {Format.MARKDOWN, Format.PLAIN}) {
            agree(diagnosis, body(answer(diagnosis, text, Exposure.FULL)), retryable);
        }
        agreePage(diagnosis, body(answer(diagnosis, Format.HTML, Exposure.FULL)));
        agreeLine(diagnosis, LogLine.of(diagnosis, true), retryable);
        agreeHead(diagnosis, answer(diagnosis, Format.HTML, Exposure.FULL));
    }

    private static void agree(Diagnosis diagnosis, String text, boolean retryable) {
        Failure failure = diagnosis.failure();
        assertThat(text)
                .contains(failure.status() + " ")
                .contains(failure.symptom().id())
                .contains(failure.hop().id())
                .contains(failure.phase().id())
                .containsPattern("Safe to repeat\\W+" + (retryable ? "yes" : "no") + "\\b")
                .contains(Samples.ID.text())
                .contains(sent(PlainText.clean(failure.details())));
    }

    private static void agreePage(Diagnosis diagnosis, String page) {
        Failure failure = diagnosis.failure();
        assertThat(page)
                .contains("<p class=\"code\">" + failure.status() + " ")
                .contains("<code>" + failure.symptom().id() + "</code>")
                .contains(Samples.ID.text())
                .contains(sent(HtmlPage.escaped(failure.details())));
    }

    private static void agreeLine(Diagnosis diagnosis, String line, boolean retryable) {
        Failure failure = diagnosis.failure();
        assertThat(line)
                .startsWith("incident=" + Samples.ID.text() + " status=" + failure.status() + " ")
                .contains(" symptom=" + failure.symptom().id() + " hop=" + failure.hop().id())
                .contains(" phase=" + failure.phase().id() + " retry=" + failure.retry())
                .contains(" retryable=" + retryable)
                .contains(" attempts=" + failure.attempts().size())
                .matches("[ -~]*");
    }

    private static void agreeHead(Diagnosis diagnosis, Answer answer) {
        Failure failure = diagnosis.failure();
        String member = answer.field("Proxy-Status");
        assertThat(answer.status()).isEqualTo(failure.status());
        assertThat(answer.field("Goodgate-Incident")).isEqualTo(Samples.ID.text());
        assertThat(member).startsWith("goodgate").matches("[ -~]*");
        if (!failure.symptom().errorType().token().isEmpty()) {
            assertThat(member).contains("; error=" + failure.symptom().errorType().token());
        }
        String last =
                failure.attempts().stream()
                        .map(Attempt::address)
                        .filter(address -> !address.isEmpty())
                        .reduce("", (_, address) -> address);
        assertThat(member.contains("; next-hop=")).isEqualTo(!last.isEmpty());
        assertThat(member.contains("; details=")).isEqualTo(!failure.details().isEmpty());
    }

    private static Answer answer(Diagnosis diagnosis, Format format, Exposure exposure) {
        return ANSWERS.answer(diagnosis, new Reader(format, Language.ENGLISH, exposure, true));
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /// As UTF-8 carries it: half a surrogate pair becomes a question mark.
    private static String sent(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}

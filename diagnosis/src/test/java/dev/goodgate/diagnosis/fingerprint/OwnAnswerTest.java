package dev.goodgate.diagnosis.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.ErrorType;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.answer.Answer;
import dev.goodgate.diagnosis.answer.Answers;
import dev.goodgate.diagnosis.answer.Exposure;
import dev.goodgate.diagnosis.answer.Format;
import dev.goodgate.diagnosis.answer.Reader;
import dev.goodgate.diagnosis.fingerprint.Identification.Verdict;
import dev.goodgate.diagnosis.text.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Saved answers of our own are known for ours, with their head or without.
class OwnAnswerTest {
    private static Identification of(String saved) {
        return Identifier.identify(saved.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void our_own_answers_are_ours_in_every_format(Symptom symptom) {
        Diagnosis diagnosis = Samples.diagnosis(Failure.of(symptom, "", List.of(), List.of()));
        if (symptom.status() < 400) return;
        for (Format format : Format.values()) {
            Reader reader = new Reader(format, Language.ENGLISH, Exposure.PUBLIC, true);
            Answer answer = new Answers().answer(diagnosis, reader);
            StringBuilder saved = new StringBuilder("HTTP/1.1 " + answer.status() + " x\r\n");
            answer.fields()
                    .forEach(f ->
                            saved.append(f.name()).append(": ").append(f.value()).append("\r\n"));
            saved.append("\r\n").append(new String(answer.body(), StandardCharsets.UTF_8));
            Identification found = of(saved.toString());
            assertThat(found.verdict()).isEqualTo(Verdict.OWN);
            boolean typed = symptom.errorType() != ErrorType.NONE;
            if (typed) assertThat(found.symptoms()).contains(symptom);
            if (format == Format.PROBLEM) assertThat(found.symptoms()).hasSize(1);
            assertThat(found.incident()).isEqualTo(Samples.ID.text());
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void our_own_answer_is_known_by_its_body_alone_in_every_language(Format format) {
        Diagnosis diagnosis = Samples.diagnosis(Samples.refused());
        for (Language language : Language.all()) {
            for (Exposure exposure : Exposure.values()) {
                Reader reader = new Reader(format, language, exposure, true);
                byte[] body = new Answers().answer(diagnosis, reader).body();
                Identification found = Identifier.identify(body).orElseThrow();
                assertThat(found.verdict()).as("%s", reader).isEqualTo(Verdict.OWN);
                assertThat(found.incident()).as("%s", reader).isEqualTo(Samples.ID.text());
                assertThat(found.symptoms()).containsExactly(Symptom.CONNECT_REFUSED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Incident: 1M80KBZ487Q2RZ4XW9TB</p><p>connect.refused</p>",
                "\nIncident: 12345\nSymptom: connect.refused\n",
                "<code id=\"incident\">1M80KBZ487Q2RZ4XW9TB</code>"
            })
    void words_of_ours_on_another_page_do_not_make_it_ours(String body) {
        assertThat(of("HTTP/1.1 502 x\r\n\r\n" + body).verdict()).isNotEqualTo(Verdict.OWN);
    }
}

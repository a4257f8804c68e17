package dev.goodgate.diagnosis.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.RandomFailures;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.answer.Answers;
import dev.goodgate.diagnosis.answer.Exposure;
import dev.goodgate.diagnosis.answer.Format;
import dev.goodgate.diagnosis.answer.Reader;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentTest {
    private static final Schema INCIDENT = schema("incident");
    private static final Schema PROBLEM = schema("problem");

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void an_incident_is_valid_json_of_its_schema_and_reads_back_as_it_was(Symptom symptom) {
        RandomFailures random = new RandomFailures(symptom.id().hashCode());
        for (int i = 0; i < 10; i++) {
            Incident incident = incident(Samples.diagnosis(random.next(symptom)), random);
            String json = incident.toJson();
            assertThat(INCIDENT.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(Incident.fromJson(json).toJson()).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @EnumSource(Symptom.class)
    void problem_details_are_valid_json_of_their_schema(Symptom symptom) {
        RandomFailures random = new RandomFailures(symptom.id().hashCode());
        for (Exposure exposure : Exposure.values()) {
            Reader reader = new Reader(Format.PROBLEM, Language.ENGLISH, exposure, false);
            Diagnosis diagnosis = Samples.diagnosis(random.next(symptom));
            byte[] body = new Answers().answer(diagnosis, reader).body();
            String json = new String(body, StandardCharsets.UTF_8);
            assertThat(PROBLEM.validate(json, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void a_repeat_points_to_the_one_kept_in_full() {
        IncidentId other = new IncidentId("1M80KBZ48AAAAAAAAAAA");
        Repeat repeat = new Repeat(Samples.ID, "req-1", "app", Symptom.CONNECT_REFUSED, other);
        assertThat(INCIDENT.validate(repeat.toJson(), InputFormat.JSON)).isEmpty();
        assertThat(repeat.toJson()).contains("\"like\":\"1M80KBZ48AAAAAAAAAAA\"");
    }

    @Test
    void an_incident_reads_as_its_golden_files_say() throws IOException {
        Incident incident = incident(Samples.diagnosis(Samples.refused()), new RandomFailures(1));
        check("incident.md", incident.toMarkdown(Language.ENGLISH));
        check("incident.txt", incident.toPlain(Language.ENGLISH));
        check("incident.json", incident.toJson() + "\n");
    }

    @Test
    void what_is_no_incident_is_refused_with_a_reason() {
        assertThatIllegalArgumentException().isThrownBy(() -> Incident.fromJson("{"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Incident.fromJson("{}"))
                .withMessageContaining("id");
    }

    @Test
    void a_cause_of_a_newer_gateway_is_passed_over() {
        Incident incident = incident(Samples.diagnosis(Samples.refused()), new RandomFailures(1));
        String newer = incident.toJson().replace("upstream-not-listening", "never-heard-of");
        assertThat(Incident.fromJson(newer).diagnosis().causes())
                .hasSize(incident.diagnosis().causes().size() - 1);
    }

    private static Incident incident(Diagnosis diagnosis, RandomFailures random) {
        boolean plain = diagnosis.failure().equals(Samples.refused());
        String extra = plain ? "" : random.secret();
        return new Incident(
                diagnosis,
                new Incident.Request(
                        "4f1c2d" + extra,
                        "127.0.0.1:8080",
                        "GET",
                        "shop.test",
                        "/cart?token=[redacted]" + extra,
                        "HTTP/1.1",
                        "app",
                        "app",
                        "127.0.0.1:3000"),
                new Incident.Addresses("127.0.0.1:50124", "127.0.0.1:8080", "", "127.0.0.1:3000"),
                new Incident.Octets(182, 0, 0, -1),
                List.of(
                        new Incident.Mark("first octet", 0),
                        new Incident.Mark("head read", 41),
                        new Incident.Mark("endpoint chosen", 63),
                        new Incident.Mark("failed", 310)),
                new Incident.Heads(
                        "GET /cart?token=[redacted] HTTP/1.1\r\nHost: shop.test\r\nCookie: [redacted]\r\n\r\n"
                                + extra,
                        ""),
                "",
                plain ? List.of() : List.of(Symptom.RESPONSE_BAD_HEADER));
    }

    private static void check(String name, String text) throws IOException {
        Path file = Path.of("src/test/resources/golden", name);
        if ("write".equals(System.getProperty("golden"))) Files.writeString(file, text);
        assertThat(text).isEqualTo(Files.readString(file));
    }

    private static Schema schema(String name) {
        try {
            String text = Files.readString(Path.of("../docs/schema/" + name + ".schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

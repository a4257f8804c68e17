package dev.goodgate.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.config.AccessLogSettings.Format;
import dev.goodgate.gateway.record.ExchangeRecord;
import dev.goodgate.gateway.record.FlightRecorder;
import dev.goodgate.gateway.record.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others read is valid against `docs/schema/`.
final class SchemaTest {
    private static final SchemaRegistry SCHEMAS = schemas();
    private static final String GET = "GET /a?b=\u00e9 HTTP/1.1\nHost: good.test\n\n";

    @TempDir Path folder;

    @Test
    void incidents_upstreams_and_health_are_as_their_schemas_say() throws IOException {
        try (var operator = Operator.start()) {
            String id = "";
            for (int i = 0; i < 52; i++) id = operator.fail(GET);
            valid("incidents", Operator.body(operator.get("/api/incidents?limit=60")));
            valid("incident", Operator.body(operator.get("/api/incidents/" + id)));
            valid("upstreams", Operator.body(operator.get("/api/upstreams")));
            valid("health", Operator.body(operator.get("/health/live")));
            valid("health", Operator.body(operator.get("/health/ready")));
            operator.readiness.set(new Readiness.NotReady("draining"));
            valid("health", Operator.body(operator.get("/health/ready")));
        }
    }

    @Test
    void every_kind_of_log_line_is_as_its_schema_says() throws IOException {
        Path log = folder.resolve("access.log");
        var now = new AtomicLong(Samples.START_MILLIS);
        try (var recorder =
                FlightRecorder.start(
                        Samples.settings(log.toString(), Format.JSON),
                        Samples.clocks(now),
                        _ -> {})) {
            recorder.completed(Samples.completed(GET));
            ExchangeRecord relayed = Samples.completed(GET);
            relayed.status = 500;
            relayed.receivedStatus = 500;
            relayed.observations.add(Symptom.RESPONSE_BAD_HEADER);
            recorder.completed(relayed);
            Diagnosis diagnosis = recorder.diagnose(Samples.refusal());
            recorder.failed(Samples.refused(GET), diagnosis);
            recorder.completed(new ExchangeRecord());
        }
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).hasSize(4);
        lines.forEach(line -> valid("access-log", line));
    }

    @Test
    void the_schemas_refuse_what_they_should() {
        assertThat(schema("health").validate("{\"status\":\"fine\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema("access-log").validate("{\"time\":\"now\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(
                        schema("incidents")
                                .validate("{\"held\":1,\"incidents\":[{}]}", InputFormat.JSON))
                .isNotEmpty();
    }

    private static void valid(String name, String json) {
        assertThat(schema(name).validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    private static Schema schema(String name) {
        return SCHEMAS.getSchema(SchemaLocation.of("urn:goodgate:schema:" + name));
    }

    private static SchemaRegistry schemas() {
        Map<String, String> byId =
                List.of("incident", "incidents", "upstreams", "health", "access-log").stream()
                        .collect(
                                Collectors.toMap(
                                        name -> "urn:goodgate:schema:" + name, SchemaTest::read));
        Function<String, String> source = id -> byId.getOrDefault(id, "");
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(source));
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of("../docs/schema/" + name + ".schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.goodgate.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.gateway.config.AccessLogSettings.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class IncidentsTest {
    private static final String GET = "GET /a?b=1 HTTP/1.1\nHost: good.test\n\n";

    private final AtomicLong now = new AtomicLong(Samples.START_MILLIS);

    @Test
    void a_failed_exchange_is_found_by_id_and_by_request() throws IOException {
        try (var recorder = recorder()) {
            Diagnosis diagnosis = recorder.diagnose(Samples.refusal());
            recorder.failed(Samples.refused(GET), diagnosis);
            String json = held(recorder, diagnosis.incident().text());
            assertThat(json)
                    .contains("\"id\":\"" + diagnosis.incident() + "\"")
                    .contains("\"requestId\":\"0123456789abcdef\"")
                    .contains("\"path\":\"/a?b=1\"")
                    .contains("{\"mark\":\"accepted\",\"micros\":0}")
                    .contains("{\"mark\":\"selected\",\"micros\":60}")
                    .contains("{\"mark\":\"end\",\"micros\":1234}")
                    .doesNotContain("first-byte");
            assertThat(recorder.incidents().ofRequest("0123456789abcdef", 10))
                    .containsExactly(json);
            assertThat(recorder.incidents().ofRequest("another", 10)).isEmpty();
            assertThat(
                            recorder.incidents()
                                    .find(diagnosis.incident().text().toLowerCase(Locale.ROOT)))
                    .isInstanceOf(Incidents.Found.Held.class);
        }
    }

    @Test
    void a_storm_leaves_fifty_full_records_a_second_and_short_ones_that_point_to_them()
            throws IOException {
        try (var recorder = recorder()) {
            for (int i = 0; i < 60; i++) fail(recorder);
            now.addAndGet(1000);
            fail(recorder);
            List<String> all = recorder.incidents().newest(100);
            assertThat(all).hasSize(61);
            assertThat(all.stream().filter(json -> json.contains("\"like\":\""))).hasSize(10);
            String latest = all.getFirst();
            assertThat(latest).contains("\"timeline\"");
            String like = all.stream().filter(j -> j.contains("\"like\"")).findFirst().get();
            String id = like.replaceAll(".*\"like\":\"([^\"]*)\".*", "$1");
            assertThat(held(recorder, id)).contains("\"timeline\"");
        }
    }

    @Test
    void the_newest_come_first() throws IOException {
        try (var recorder = recorder()) {
            String first = fail(recorder);
            now.incrementAndGet();
            String second = fail(recorder);
            assertThat(recorder.incidents().newest(1)).singleElement().asString().contains(second);
            assertThat(recorder.incidents().newest(9).getLast()).contains(first);
        }
    }

    @Test
    void the_ring_holds_sixteen_mebibytes_and_an_evicted_id_is_gone_with_its_age() {
        var incidents = new Incidents(now::get);
        String json = "{\"x\":\"" + "y".repeat(60_000) + "\"}";
        IncidentId first = null;
        for (int i = 0; i < 400; i++) {
            IncidentId id = IncidentId.create(now.incrementAndGet(), new Random(i));
            if (first == null) first = id;
            incidents.keep(id, "r", json);
            assertThat(incidents.octets()).isLessThanOrEqualTo(Incidents.RING_OCTETS);
        }
        now.addAndGet(Duration.ofHours(3).toMillis());
        assertThat(incidents.octets()).isGreaterThan(13L << 20);
        assertThat(incidents.find(java.util.Objects.requireNonNull(first).text()))
                .isInstanceOfSatisfying(
                        Incidents.Found.Gone.class,
                        gone -> assertThat(gone.age().toHours()).isEqualTo(3));
        assertThat(incidents.dropped()).isPositive();
    }

    @Test
    void an_id_that_never_was_is_unknown_unless_it_is_older_than_the_process() {
        var incidents = new Incidents(now::get);
        var random = new Random(3);
        long start = now.get();
        now.addAndGet(5000);
        assertThat(incidents.find(IncidentId.create(start + 1, random).text()))
                .isInstanceOf(Incidents.Found.Unknown.class);
        assertThat(incidents.find(IncidentId.create(start + 99_000, random).text()))
                .isInstanceOf(Incidents.Found.Unknown.class);
        assertThat(incidents.find(IncidentId.create(start - 60_000, random).text()))
                .isEqualTo(new Incidents.Found.Gone(Duration.ofSeconds(65)));
        for (String text : List.of("", "../../etc/passwd", "0".repeat(19), "U".repeat(20))) {
            assertThat(incidents.find(text)).isInstanceOf(Incidents.Found.Unknown.class);
        }
    }

    @Test
    void an_incident_is_at_most_64_kib_whatever_the_heads_hold() throws IOException {
        try (var recorder = recorder()) {
            ExchangeRecord exchange = Samples.refused(GET);
            exchange.request =
                    Samples.request(
                            "GET /a HTTP/1.1\nHost: h\nX: " + "\u00ff\"".repeat(14_000) + "\n\n");
            exchange.response =
                    Samples.response(
                            "HTTP/1.1 200 OK\nX: "
                                    + "\u0081".repeat(30_000)
                                    + "\nContent-Length: 0\n\n");
            Diagnosis diagnosis = recorder.diagnose(Samples.refusal());
            recorder.failed(exchange, diagnosis);
            String json = held(recorder, diagnosis.incident().text());
            assertThat(json.getBytes(StandardCharsets.UTF_8).length)
                    .isBetween(4096, IncidentOf.LIMIT_OCTETS);
            assertThat(json).contains("[cut after ");
        }
    }

    private String fail(FlightRecorder recorder) {
        Diagnosis diagnosis = recorder.diagnose(Samples.refusal());
        recorder.failed(Samples.refused(GET), diagnosis);
        return diagnosis.incident().text();
    }

    private FlightRecorder recorder() throws IOException {
        return FlightRecorder.start(
                Samples.settings("off", Format.JSON), Samples.clocks(now), _ -> {});
    }

    private static String held(FlightRecorder recorder, String id) {
        return switch (recorder.incidents().find(id)) {
            case Incidents.Found.Held(var json) -> json;
            case Incidents.Found.Gone _, Incidents.Found.Unknown _ ->
                    throw new AssertionError("not held: " + id);
        };
    }
}

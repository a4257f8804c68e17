package dev.goodgate.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricsTest {
    private static final String GET = "GET /a HTTP/1.1\nHost: h\n\n";
    private final Metrics metrics = new Metrics();

    @Test
    void exchanges_are_counted_by_route_upstream_and_class() {
        metrics.completed(Samples.completed(GET));
        metrics.completed(Samples.completed(GET));
        metrics.failed(Samples.refused(GET), Samples.refusal());
        Map<String, Double> samples = read();
        assertThat(samples)
                .containsEntry(
                        "goodgate_requests_total"
                                + "{route=\"app\",upstream=\"app\",code_class=\"2xx\"}",
                        2.0)
                .containsEntry(
                        "goodgate_requests_total"
                                + "{route=\"app\",upstream=\"app\",code_class=\"5xx\"}",
                        1.0)
                .containsEntry(
                        "goodgate_failures_total{symptom=\"connect.refused\",hop=\"upstream\","
                                + "phase=\"connect\",upstream=\"app\"}",
                        1.0);
    }

    @Test
    void a_relayed_error_is_counted_as_the_origins() {
        ExchangeRecord exchange = Samples.completed(GET);
        exchange.status = 503;
        exchange.receivedStatus = 503;
        metrics.completed(exchange);
        assertThat(read())
                .containsEntry(
                        "goodgate_failures_total{symptom=\"origin.error\",hop=\"upstream\","
                                + "phase=\"head\",upstream=\"app\"}",
                        1.0);
    }

    @Test
    void durations_fall_into_cumulative_buckets() {
        ExchangeRecord exchange = Samples.completed(GET);
        metrics.completed(exchange);
        exchange.endNanos = exchange.startNanos + 61_000_000_000L;
        metrics.completed(exchange);
        Map<String, Double> samples = read();
        String bucket = "goodgate_request_duration_seconds_bucket{route=\"app\",le=\"";
        assertThat(samples)
                .containsEntry(bucket + "0.001\"}", 0.0)
                .containsEntry(bucket + "0.0025\"}", 1.0)
                .containsEntry(bucket + "60\"}", 1.0)
                .containsEntry(bucket + "+Inf\"}", 2.0)
                .containsEntry("goodgate_request_duration_seconds_count{route=\"app\"}", 2.0)
                .containsEntry(
                        "goodgate_request_duration_seconds_sum{route=\"app\"}", 61.001234567);
        double before = 0;
        for (var sample : samples.entrySet()) {
            if (!sample.getKey().startsWith(bucket)) continue;
            assertThat(sample.getValue()).isGreaterThanOrEqualTo(before);
            before = sample.getValue();
        }
    }

    @Test
    void gauges_of_other_rooms_come_and_go_and_families_stay_together() {
        var busy = gauge("goodgate_upstream_connections", "busy", 3);
        metrics.show(busy);
        metrics.show(gauge("goodgate_client_connections", "x", 1));
        metrics.show(gauge("goodgate_upstream_connections", "idle \"\\\n", 4));
        assertThat(read())
                .containsEntry("goodgate_upstream_connections{state=\"busy\"}", 3.0)
                .containsEntry("goodgate_upstream_connections{state=\"idle \\\"\\\\\\n\"}", 4.0);
        metrics.hide(busy);
        assertThat(read())
                .doesNotContainKey("goodgate_upstream_connections{state=\"busy\"}")
                .containsKey("goodgate_client_connections{state=\"x\"}");
        assertThatThrownBy(() -> gauge("no good", "x", 1)).hasMessageContaining("expected");
    }

    @Test
    void the_process_and_reloads_are_there() {
        metrics.reloaded();
        metrics.reloadRefused();
        assertThat(read())
                .containsEntry("goodgate_reloads_total{result=\"applied\"}", 1.0)
                .containsEntry("goodgate_reloads_total{result=\"refused\"}", 1.0)
                .containsKeys(
                        "goodgate_uptime_seconds",
                        "jvm_heap_used_bytes",
                        "jvm_buffer_used_bytes{pool=\"direct\"}",
                        "process_open_fds",
                        "process_cpu_seconds_total");
    }

    @Test
    void names_from_a_thousand_reloads_stay_bounded() {
        ExchangeRecord exchange = Samples.completed(GET);
        for (int i = 0; i < 5000; i++) {
            exchange.route = "route-" + i;
            metrics.completed(exchange);
        }
        Map<String, Double> samples = read();
        assertThat(samples.keySet().stream().filter(k -> k.startsWith("goodgate_requests_total")))
                .hasSize(4097);
        assertThat(samples)
                .containsEntry(
                        "goodgate_requests_total"
                                + "{route=\"other\",upstream=\"other\",code_class=\"2xx\"}",
                        904.0);
    }

    private static Gauge gauge(String name, String state, long value) {
        return new Gauge(name, "Help.", List.of(new Gauge.Label("state", state)), () -> value);
    }

    private Map<String, Double> read() {
        return ExpositionReader.read(metrics.exposition());
    }
}

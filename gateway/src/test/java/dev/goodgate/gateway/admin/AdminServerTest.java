package dev.goodgate.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.gateway.config.AdminSettings;
import dev.goodgate.gateway.record.ExpositionReader;
import dev.goodgate.gateway.record.Samples;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class AdminServerTest {
    private static final String HEAD = "GET /a?token=x HTTP/1.1\nHost: good.test\n\n";
    private static final String CLOSE = "Connection: close\n\n";

    private Operator operator;

    @BeforeEach
    void start() throws IOException {
        operator = Operator.start();
    }

    @AfterEach
    void stop() {
        operator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:9900",
                "127.0.0.1:1",
                "127.8.9.1",
                "[::1]:9900",
                "admin.test",
                "x.localhost"
            })
    void loopback_names_and_configured_ones_are_answered(String host) throws IOException {
        assertThat(operator.send("GET /health/live HTTP/1.1\nHost: " + host + "\n" + CLOSE))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "localhost.evil.test",
                "10.0.0.1",
                "127.0.0.1.evil.test",
                "",
                "[::2]",
                "localhost@evil.test",
                "xlocalhost"
            })
    void another_host_is_misdirected(String host) throws IOException {
        assertThat(operator.send("GET /health/live HTTP/1.1\nHost: " + host + "\n" + CLOSE))
                .startsWith("HTTP/1.1 421 ")
                .contains("application/problem+json")
                .contains("admin.hosts");
    }

    @Test
    void a_missing_or_second_host_and_a_foreign_absolute_target_are_misdirected()
            throws IOException {
        assertThat(operator.send("GET / HTTP/1.0\n\n")).startsWith("HTTP/1.1 421 ");
        assertThat(operator.send("GET / HTTP/1.1\nHost: localhost\nHost: evil.test\n" + CLOSE))
                .startsWith("HTTP/1.1 421 ");
        assertThat(operator.send("GET http://evil.test/ HTTP/1.1\nHost: localhost\n" + CLOSE))
                .startsWith("HTTP/1.1 421 ");
    }

    @Test
    void every_answer_keeps_browsers_from_storing_framing_and_guessing() throws IOException {
        for (String path : List.of("/", "/metrics", "/api/config", "/no/such")) {
            assertThat(operator.get(path))
                    .containsIgnoringCase("Cache-Control: no-store")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff")
                    .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                    .doesNotContainIgnoringCase("Access-Control-");
        }
    }

    @Test
    void incidents_are_listed_newest_first_and_found_by_id_and_request() throws IOException {
        String first = operator.fail(HEAD);
        operator.now.incrementAndGet();
        String second = operator.fail(HEAD);
        String list = Operator.body(operator.get("/api/incidents"));
        assertThat(list).startsWith("{\"held\":2,\"incidents\":[{\"id\":\"" + second);
        assertThat(list.indexOf(first)).isGreaterThan(list.indexOf(second));
        assertThat(operator.get("/api/incidents?limit=1")).doesNotContain(first);
        assertThat(operator.get("/api/incidents?limit=x")).startsWith("HTTP/1.1 400 ");
        assertThat(operator.get("/api/incidents?request=0123456789abcdef")).contains(first);
        assertThat(Operator.body(operator.get("/api/incidents?request=none")))
                .isEqualTo("{\"held\":2,\"incidents\":[]}");
        assertThat(operator.get("/api/incidents/" + first))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"symptom\":\"connect.refused\"");
    }

    @Test
    void an_unknown_incident_is_not_found_and_an_old_one_gone_with_its_age() throws IOException {
        String old = IncidentId.create(Samples.START_MILLIS - 7_200_000, new Random(1)).text();
        assertThat(operator.get("/api/incidents/" + old))
                .startsWith("HTTP/1.1 410 ")
                .contains("\"ageSeconds\":7200")
                .contains("2 hours ago");
        for (String id : List.of("x", "%2e%2e%2f", "../../etc/passwd", "0".repeat(20))) {
            assertThat(operator.get("/api/incidents/" + id)).matches("(?s)HTTP/1.1 4(04|10) .*");
        }
        assertThat(operator.get("/incidents/" + old)).startsWith("HTTP/1.1 410 ");
        assertThat(operator.get("/incidents/x")).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void metrics_are_in_prometheus_text_format() throws IOException {
        operator.fail(HEAD);
        String response = operator.get("/metrics");
        assertThat(response).containsIgnoringCase("text/plain; version=0.0.4; charset=utf-8");
        assertThat(ExpositionReader.read(Operator.body(response)))
                .containsEntry("goodgate_incidents_held", 1.0)
                .containsEntry("goodgate_access_log_dropped_total", 0.0);
    }

    @Test
    void readiness_follows_the_gateway() throws IOException {
        assertThat(operator.get("/health/ready")).startsWith("HTTP/1.1 200 ");
        operator.readiness.set(new Readiness.NotReady("draining"));
        assertThat(operator.get("/health/ready"))
                .startsWith("HTTP/1.1 503 ")
                .contains("\"reason\":\"draining\"");
        assertThat(operator.get("/health/live")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_reload_is_accepted_or_refused_with_its_faults() throws IOException {
        assertThat(post("Content-Type: application/json\n")).startsWith("HTTP/1.1 202 ");
        operator.reload.set(new Reload.Result.Refused(List.of("a.yaml:1:2 no \"such\" key")));
        assertThat(post("content-type: Application/JSON; charset=utf-8\n"))
                .startsWith("HTTP/1.1 422 ")
                .contains("\"faults\":[\"a.yaml:1:2 no \\\"such\\\" key\"]");
        assertThat(operator.reloads).hasValue(2);
    }

    @Test
    void a_page_of_another_site_cannot_reload() throws IOException {
        String json = "Content-Type: application/json\n";
        assertThat(post("")).startsWith("HTTP/1.1 415 ");
        assertThat(post("Content-Type: text/plain\n")).startsWith("HTTP/1.1 415 ");
        assertThat(post(json + "Origin: http://evil.test\n")).startsWith("HTTP/1.1 403 ");
        assertThat(post(json + "Origin: null\n")).startsWith("HTTP/1.1 403 ");
        assertThat(operator.reloads).hasValue(0);
        assertThat(post(json + "Origin: http://localhost\n")).startsWith("HTTP/1.1 202 ");
    }

    @Test
    void methods_are_checked_and_unknown_paths_told() throws IOException {
        assertThat(operator.get("/api/reload"))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("\r\nAllow: POST\r\n");
        assertThat(operator.send("DELETE /api/incidents HTTP/1.1\nHost: localhost\n" + CLOSE))
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("\r\nAllow: GET, HEAD\r\n");
        assertThat(operator.get("/api")).startsWith("HTTP/1.1 404 ").contains("problem+json");
        assertThat(operator.send("HEAD /metrics HTTP/1.1\nHost: localhost\n" + CLOSE))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void with_a_token_nothing_is_answered_without_it() throws IOException {
        var settings = new AdminSettings("127.0.0.1:0", List.of(), "t0ken");
        try (var guarded = Operator.start(settings)) {
            assertThat(guarded.get("/metrics"))
                    .startsWith("HTTP/1.1 401 ")
                    .containsIgnoringCase("WWW-Authenticate: Bearer");
            for (String wrong : List.of("Bearer t0ke", "Bearer t0kenn", "Basic t0ken", "t0ken")) {
                assertThat(withToken(guarded, wrong)).startsWith("HTTP/1.1 401 ");
            }
            assertThat(withToken(guarded, "bearer t0ken")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void away_from_loopback_it_does_not_start_without_a_token() {
        assertThatThrownBy(() -> Operator.start(new AdminSettings("0.0.0.0:0", List.of(), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("admin.token");
        assertThatThrownBy(() -> Operator.start(new AdminSettings("here", List.of(), "")))
                .hasMessageContaining("expected: ip:port");
    }

    @Test
    void many_silent_connections_do_not_keep_the_operator_out() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                silent.add(new Socket(java.net.InetAddress.ofLiteral("127.0.0.1"), port()));
            }
            assertThat(operator.get("/health/live")).startsWith("HTTP/1.1 200 ");
        } finally {
            for (Socket socket : silent) socket.close();
        }
    }

    @Test
    void pages_escape_what_clients_sent() throws IOException {
        String id =
                operator.fail(
                        """
                        GET /<script>alert(1)</script>?a="><img%20src=x> HTTP/1.1
                        Host: good.test
                        User-Agent: <script>alert(2)</script>
                        Cookie: a=b

                        """);
        for (String page : List.of(operator.get("/"), operator.get("/incidents/" + id))) {
            assertThat(page)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("text/html; charset=utf-8")
                    .doesNotContain("<script")
                    .doesNotContain("<img")
                    .doesNotContain("<b>x</b>")
                    .doesNotContain("src=\"http");
        }
        assertThat(operator.get("/")).contains("href=\"/incidents/" + id + "\"");
        assertThat(operator.get("/incidents/" + id)).contains("Cookie: [redacted]");
    }

    private int port() {
        return Integer.parseInt(operator.address().substring("127.0.0.1:".length()));
    }

    private String post(String fields) throws IOException {
        return operator.send(
                "POST /api/reload HTTP/1.1\nHost: localhost\nContent-Length: 0\n" + fields + CLOSE);
    }

    private static String withToken(Operator operator, String credentials) throws IOException {
        return operator.send(
                "GET /metrics HTTP/1.1\nHost: localhost\nAuthorization: "
                        + credentials
                        + "\n"
                        + CLOSE);
    }
}

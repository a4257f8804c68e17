package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.Running;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every limit of time, and of the age of a connection, is reached once, and what happens then is
/// what the configuration reference says.
class TimeLimitsTest {

    @Test
    void a_head_that_is_not_whole_in_time_is_408_and_the_connection_closes() {
        try (var application = Application.answering("x");
                var running = Running.limited(application, "head-timeout: 100ms");
                var client = running.connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n").rest())
                    .startsWith("HTTP/1.1 408")
                    .contains("Connection: close");
        }
    }

    @Test
    void a_connection_without_an_octet_is_closed_in_silence() {
        try (var application = Application.answering("x");
                var running = Running.limited(application, "head-timeout: 100ms");
                var client = running.connect()) {
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void a_body_that_stalls_is_408_and_the_upstream_is_reset() throws Exception {
        CountDownLatch reset = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            if (peer.awaitEnd()) reset.countDown();
                        });
                var running = Running.limited(application, "body-idle: 100ms");
                var client = running.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(client.rest()).startsWith("HTTP/1.1 408");
            assertThat(reset.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void an_upload_that_stalls_after_the_answer_began_is_the_clients_fault() {
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                            peer.awaitEnd();
                        });
                var running =
                        Running.before(
                                application.address(),
                                "body-idle: 1s",
                                "limits: { body-idle: 100ms }");
                var client = running.connect()) {
            client.send("POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(client.head()).startsWith("HTTP/1.1 200");
            assertThat(running.logLines("/early", 1).getFirst())
                    .contains("\"symptom\":\"client.timeout\"", "\"complete\":false");
        }
    }

    @Test
    void an_idle_connection_closes_after_keep_alive() {
        try (var application = Application.answering("x");
                var running = Running.limited(application, "keep-alive: 100ms");
                var client = running.connect()) {
            client.get("/").response();
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void the_last_request_a_connection_may_carry_says_close() {
        try (var application = Application.answering("x");
                var running = Running.limited(application, "requests-per-connection: 2");
                var client = running.connect()) {
            assertThat(client.get("/").response()).doesNotContain("Connection:");
            assertThat(client.get("/").rest()).contains("Connection: close");
        }
    }

    @Test
    void a_connection_too_old_closes_after_its_request() {
        try (var application = Application.answering("x");
                var running = Running.limited(application, "connection-age: 1ms");
                var client = running.connect()) {
            String first = client.get("/").response();
            if (!first.contains("Connection: close"))
                assertThat(client.get("/").rest()).contains("Connection: close");
        }
    }

    @Test
    void a_client_that_takes_nothing_is_cut_after_the_stall_limit() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
                            byte[] block = new byte[1 << 20];
                            for (int i = 0; i < 100; i++)
                                peer.socket().getOutputStream().write(block);
                        });
                var running = Running.limited(application, "send-stall: 200ms");
                var client = running.connect()) {
            client.get("/stalled");
            assertThat(running.logLines("/stalled", 1).getFirst())
                    .contains(
                            "\"symptom\":\"client.timeout\"",
                            "\"complete\":false",
                            "\"phase\":\"body\"");
        }
    }

    @Test
    void the_total_limit_of_a_route_covers_all_tries() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.awaitEnd();
                        });
                var running = Running.routed(application, "total: 150ms");
                var client = running.connect()) {
            assertThat(client.get("/").response())
                    .startsWith("HTTP/1.1 504")
                    .contains("error=http_response_timeout");
        }
    }

    /// The answer is whole and lies in our buffers: who takes nothing of it is the client.
    @ParameterizedTest
    @ValueSource(strings = {"/own", "/theirs"})
    void an_upstream_that_has_answered_is_not_blamed_for_a_client_that_takes_nothing(String path) {
        try (var application = Application.answering("x".repeat(60_000));
                var running =
                        Running.with(
                                """
                                routes:
                                  - { match: { path: /own }, respond: { status: 200, body: "%s" }, total: 100ms }
                                  - { match: { path: / }, upstream: app, total: 100ms }
                                upstreams: { app: { endpoints: ["http://127.0.0.1:%d"] } }
                                limits: { send-stall: 300ms }
                                """
                                        .formatted(
                                                "x".repeat(60_000),
                                                application.address().getPort()));
                var client = running.connect()) {
            client.send("GET %s HTTP/1.1\r\nHost: a\r\n\r\n".formatted(path).repeat(250));
            assertThat(running.logLines("\"complete\":false", 1).getFirst())
                    .contains("\"path\":\"" + path + "\"", "\"symptom\":\"client.timeout\"");
        }
    }

    @Test
    void a_tunnel_without_octets_ends() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(
                                    "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n");
                            peer.awaitEnd();
                        });
                var running = Running.routed(application, "tunnel-idle: 150ms");
                var client = running.connect()) {
            client.send(
                    "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 101");
            assertThat(client.rest()).isEmpty();
        }
    }
}

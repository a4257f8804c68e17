package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.RawClient;
import dev.goodgate.gateway.Running;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Every limit is reached once, and what happens then is what the configuration reference says.
class LimitsTest {

    private static Running limited(Application application, String limits) {
        return Running.before(application.address(), "", "limits: { " + limits + " }");
    }

    @Test
    void a_head_that_is_not_whole_in_time_is_408_and_the_connection_closes() {
        try (var application = Application.answering("x");
                var running = limited(application, "head-timeout: 100ms");
                var client = running.connect()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n").rest())
                    .startsWith("HTTP/1.1 408")
                    .contains("Connection: close");
        }
    }

    @Test
    void a_connection_without_an_octet_is_closed_in_silence() {
        try (var application = Application.answering("x");
                var running = limited(application, "head-timeout: 100ms");
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
                var running = limited(application, "body-idle: 100ms");
                var client = running.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            assertThat(client.rest()).startsWith("HTTP/1.1 408");
            assertThat(reset.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void an_idle_connection_closes_after_keep_alive() {
        try (var application = Application.answering("x");
                var running = limited(application, "keep-alive: 100ms");
                var client = running.connect()) {
            client.get("/").response();
            assertThat(client.rest()).isEmpty();
        }
    }

    @Test
    void the_last_request_a_connection_may_carry_says_close() {
        try (var application = Application.answering("x");
                var running = limited(application, "requests-per-connection: 2");
                var client = running.connect()) {
            assertThat(client.get("/").response()).doesNotContain("Connection:");
            assertThat(client.get("/").rest()).contains("Connection: close");
        }
    }

    @Test
    void a_connection_too_old_closes_after_its_request() {
        try (var application = Application.answering("x");
                var running = limited(application, "connection-age: 1ms");
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
                var running = limited(application, "send-stall: 200ms");
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
    void long_lines_heads_and_too_many_fields_have_their_statuses() {
        try (var application = Application.answering("x");
                var running = limited(application, "request-line: 128, head: 512, fields: 5")) {
            try (var client = running.connect()) {
                assertThat(client.get("/" + "a".repeat(200)).rest()).startsWith("HTTP/1.1 414");
            }
            try (var client = running.connect()) {
                String field = "X: " + "a".repeat(600) + "\r\n\r\n";
                assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n" + field).rest())
                        .startsWith("HTTP/1.1 431");
            }
            try (var client = running.connect()) {
                String fields = "A: 1\r\n".repeat(6);
                assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n").rest())
                        .startsWith("HTTP/1.1 431");
            }
        }
    }

    @Test
    void a_chunk_line_too_long_is_400() {
        try (var application = Application.of(peer -> peer.awaitEnd());
                var running = limited(application, "chunk-line: 32");
                var client = running.connect()) {
            client.send(
                    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;"
                            + "x".repeat(50)
                            + "\r\n");
            assertThat(client.rest()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void a_body_too_large_is_413_by_its_length_and_by_its_chunks() {
        try (var application = Application.of(peer -> peer.awaitEnd());
                var running =
                        Running.with(
                                "routes: [ { match: { path: / }, upstream: app, max-body: 10 } ]\n"
                                        + "upstreams: { app: { endpoints: [\"http://127.0.0.1:"
                                        + application.address().getPort()
                                        + "\"] } }")) {
            try (var client = running.connect()) {
                client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n");
                assertThat(client.rest()).startsWith("HTTP/1.1 413");
            }
            try (var client = running.connect()) {
                client.send(
                        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n");
                assertThat(client.rest()).startsWith("HTTP/1.1 413");
            }
        }
    }

    @Test
    void heads_of_upstreams_have_limits_of_their_own() {
        try (var application =
                        Application.of(peer -> {
                            String path = peer.request().split(" ", 3)[1];
                            peer.send("HTTP/1.1 200 OK\r\n");
                            switch (path) {
                                case "/section" ->
                                        peer.send(
                                                ("A: " + "x".repeat(90) + "\r\n").repeat(10)
                                                        + "\r\n");
                                case "/field" -> peer.send("Long: " + "x".repeat(300) + "\r\n\r\n");
                                default -> peer.send("A: 1\r\n".repeat(20) + "\r\n");
                            }
                            peer.awaitEnd();
                        });
                var running =
                        limited(
                                application,
                                "response-head: 600, response-field: 200, response-fields: 10")) {
            expect(running, "/section", "http_response_header_section_size");
            expect(running, "/field", "http_response_header_size");
            expect(running, "/count", "http_response_header_section_size");
        }
    }

    private static void expect(Running running, String path, String error) {
        try (var client = running.connect()) {
            assertThat(client.get(path).response())
                    .startsWith("HTTP/1.1 502")
                    .contains("error=" + error);
        }
    }

    @Test
    void more_interim_responses_than_allowed_are_an_error() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            for (int i = 0; i < 5; i++)
                                peer.send("HTTP/1.1 103 Early Hints\r\n\r\n");
                            peer.awaitEnd();
                        });
                var running = limited(application, "interim-responses: 3");
                var client = running.connect()) {
            client.get("/");
            for (int i = 0; i < 3; i++) assertThat(client.head()).startsWith("HTTP/1.1 103");
            assertThat(client.response()).startsWith("HTTP/1.1 502");
        }
    }

    @Test
    void one_client_address_has_only_so_many_connections() {
        try (var application = Application.answering("x");
                var running = limited(application, "connections-per-client: 1");
                var first = RawClient.connect(running.address(), "127.0.0.3");
                var other = RawClient.connect(running.address(), "127.0.0.4")) {
            assertThat(first.get("/").response()).endsWith("x");
            assertThat(turnedAway(running, "127.0.0.3")).isTrue();
            assertThat(other.get("/").response()).endsWith("x");
        }
    }

    private static boolean turnedAway(Running running, String from) {
        try (var refused = RawClient.connect(running.address(), from)) {
            String seen = refused.rest();
            return seen.isEmpty() || seen.equals("<RST>");
        } catch (java.io.UncheckedIOException resetAtOnce) {
            return true;
        }
    }

    @Test
    void a_full_house_makes_room_by_closing_the_oldest_idle_connection() {
        try (var application = Application.answering("x");
                var running =
                        Running.before(
                                application.address(),
                                "",
                                "limits: { connections: 2 }\nruntime: { loops: 1 }");
                var oldest = running.connect();
                var younger = running.connect()) {
            oldest.get("/").response();
            younger.get("/").response();
            try (var third = running.connect()) {
                assertThat(third.get("/").response()).endsWith("x");
                assertThat(oldest.rest()).isIn("", "<RST>");
                assertThat(younger.get("/").response()).endsWith("x");
            }
        }
    }

    @Test
    void above_the_memory_limit_new_requests_get_503() {
        System.gc();
        try (var application = Application.answering("x");
                var running =
                        limited(
                                application,
                                "memory-no-keep-alive: 1, memory-shed: 1, memory-stop: 99")) {
            String answer = "";
            long end = System.nanoTime() + 10_000_000_000L;
            while (!answer.startsWith("HTTP/1.1 503") && System.nanoTime() < end) {
                try (var client = running.connect()) {
                    answer = client.get("/").response();
                }
            }
            assertThat(answer)
                    .startsWith("HTTP/1.1 503")
                    .contains("Proxy-Status: goodgate; error=proxy_internal_error");
        }
    }

    @Test
    void a_full_queue_is_503_at_once_and_a_long_wait_is_503_in_time() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            held.countDown();
                            peer.awaitEnd();
                        });
                var running =
                        Running.before(
                                application.address(),
                                "max-connections: 1, queue: 1, queue-timeout: 300ms",
                                "runtime: { loops: 1 }");
                var holder = running.connect();
                var waiting = running.connect();
                var refused = running.connect()) {
            holder.get("/");
            held.await();
            waiting.get("/waits");
            refused.get("/full");
            String full = refused.response();
            String late = waiting.response();
            assertThat(full)
                    .startsWith("HTTP/1.1 503")
                    .contains("error=connection_limit_reached", "Retry-After: ");
            assertThat(late).startsWith("HTTP/1.1 503").contains("error=connection_limit_reached");
            assertThat(running.logLines("/full", 1).getFirst())
                    .contains("upstream.queue_full", "\"attempts\":0");
            assertThat(running.logLines("/waits", 1).getFirst()).contains("upstream.queue_timeout");
        }
    }

    @Test
    void a_freed_connection_goes_to_the_one_that_waits() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            while (true) {
                                if (peer.request().startsWith("GET /hold")) {
                                    held.countDown();
                                    go.await();
                                }
                                peer.ok("done");
                            }
                        });
                var running = Running.before(application.address(), "max-connections: 1");
                var holder = running.connect();
                var waiting = running.connect()) {
            holder.get("/hold");
            held.await();
            waiting.get("/next");
            go.countDown();
            assertThat(holder.response()).endsWith("done");
            assertThat(waiting.response()).endsWith("done");
        }
    }

    @Test
    void the_total_limit_of_a_route_covers_all_tries() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.awaitEnd();
                        });
                var running =
                        Running.with(
                                "routes: [ { match: { path: / }, upstream: app, total: 150ms } ]\n"
                                        + "upstreams: { app: { endpoints: [\"http://127.0.0.1:"
                                        + application.address().getPort()
                                        + "\"] } }");
                var client = running.connect()) {
            assertThat(client.get("/").response())
                    .startsWith("HTTP/1.1 504")
                    .contains("error=http_response_timeout");
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
                var running =
                        Running.with(
                                "routes: [ { match: { path: / }, upstream: app, tunnel-idle: 150ms } ]\n"
                                        + "upstreams: { app: { endpoints: [\"http://127.0.0.1:"
                                        + application.address().getPort()
                                        + "\"] } }");
                var client = running.connect()) {
            client.send(
                    "GET / HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 101");
            assertThat(client.rest()).isEmpty();
        }
    }
}

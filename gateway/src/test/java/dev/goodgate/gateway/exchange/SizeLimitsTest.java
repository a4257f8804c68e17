package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.Running;
import org.junit.jupiter.api.Test;

/// Every limit of size is reached once, and what happens then is what the configuration reference
/// says.
class SizeLimitsTest {

    @Test
    void long_lines_heads_and_too_many_fields_have_their_statuses() {
        try (var application = Application.answering("x");
                var running =
                        Running.limited(application, "request-line: 128, head: 512, fields: 5")) {
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
    void a_connection_that_is_open_goes_by_the_limits_of_a_reload_from_its_next_request_on() {
        try (var application = Application.answering("x");
                var running = Running.limited(application, "request-line: 1024");
                var client = running.connect()) {
            String path = "/" + "a".repeat(200);
            assertThat(client.get(path).response()).startsWith("HTTP/1.1 200");
            running.reload("request-line: 1024", "request-line: 128");
            assertThat(client.get("/").response()).startsWith("HTTP/1.1 200");
            assertThat(client.get(path).rest()).startsWith("HTTP/1.1 414");
        }
    }

    @Test
    void a_chunk_line_too_long_is_400() {
        try (var application = Application.of(peer -> peer.awaitEnd());
                var running = Running.limited(application, "chunk-line: 32");
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
                var running = Running.routed(application, "max-body: 10")) {
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
                        Running.limited(
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
                var running = Running.limited(application, "interim-responses: 3");
                var client = running.connect()) {
            client.get("/");
            for (int i = 0; i < 3; i++) assertThat(client.head()).startsWith("HTTP/1.1 103");
            assertThat(client.response()).startsWith("HTTP/1.1 502");
        }
    }
}

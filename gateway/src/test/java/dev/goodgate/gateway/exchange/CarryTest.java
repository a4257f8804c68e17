package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.Running;
import org.junit.jupiter.api.Test;

/// What a request and its answer look like on both sides of the gateway when nothing fails.
class CarryTest {

    @Test
    void a_get_is_carried_with_our_fields_and_without_hop_by_hop_ones() {
        try (var application = Application.answering("hello");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(
                    "GET /a?b=c HTTP/1.1\r\nHost: good.test\r\nConnection: x-private\r\nX-Private: 1\r\n"
                            + "X-Forwarded-For: 1.2.3.4\r\nAccept: */*\r\nProxy-Authorization: x\r\n\r\n");
            assertThat(client.response())
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("\r\n\r\nhello");
            String seen = application.nextRequest();
            assertThat(seen)
                    .startsWith("GET /a?b=c HTTP/1.1\r\nHost: good.test\r\n")
                    .contains(
                            "\r\nAccept: */*\r\n",
                            "\r\nX-Forwarded-For: 127.0.0.1\r\n",
                            "\r\nVia: 1.1 goodgate-")
                    .contains(
                            "\r\nX-Forwarded-Host: good.test\r\n",
                            "\r\nX-Request-Id: ",
                            "\r\ntraceparent: 00-")
                    .doesNotContain("1.2.3.4", "X-Private", "Proxy-Authorization", "Connection:");
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order_on_one_upstream_connection() {
        try (var application =
                        Application.of(peer -> {
                            while (true) peer.ok(peer.request().split(" ", 3)[1]);
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(
                    "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.response()).endsWith("/1");
            assertThat(client.response()).endsWith("/2");
            assertThat(client.response()).endsWith("/3");
            assertThat(application.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_chunked_upload_arrives_in_our_own_chunks_without_extensions_and_trailers() {
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            String body = peer.until("0\r\n\r\n");
                            peer.ok(body.replace("\r\n", "|"));
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(
                    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "5;x=y\r\nhello\r\n006\r\n world\r\n0\r\nX-T: 1\r\n\r\n");
            assertThat(client.response()).endsWith("5|hello|6| world|0||");
        }
    }

    @Test
    void a_chunked_answer_reaches_a_client_of_http_1_1_in_chunks_and_one_of_1_0_up_to_the_close() {
        try (var application =
                        Application.of(peer -> {
                            while (true) {
                                peer.request();
                                peer.send(
                                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");
                            }
                        });
                var running = Running.before(application.address(), "");
                var modern = running.connect();
                var old = running.connect()) {
            assertThat(modern.get("/").response())
                    .contains("\r\nTransfer-Encoding: chunked\r\n")
                    .endsWith("3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");
            String answer = old.send("GET / HTTP/1.0\r\nHost: a\r\n\r\n").rest();
            assertThat(answer).doesNotContain("chunked").endsWith("\r\n\r\nabcdef");
        }
    }

    @Test
    void a_client_of_http_1_0_hears_of_no_coding_even_where_there_is_no_body() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send("HEAD / HTTP/1.0\r\nHost: a\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200").doesNotContain("chunked");
        }
    }

    @Test
    void an_answer_that_ends_with_the_connection_is_chunked_for_the_client() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.0 200 OK\r\n\r\nall of it");
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/").response()).endsWith("all of it\r\n0\r\n\r\n");
        }
    }

    @Test
    void head_204_and_304_have_no_body_and_keep_the_connection() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n");
                            peer.request();
                            peer.send("HTTP/1.1 204 No Content\r\n\r\n");
                            peer.request();
                            peer.send(
                                    "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\nETag: \"x\"\r\n\r\n");
                            peer.request();
                            peer.ok("end");
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.head()).contains("Content-Length: 99");
            assertThat(client.get("/").head()).startsWith("HTTP/1.1 204");
            assertThat(client.get("/").head()).startsWith("HTTP/1.1 304").contains("ETag: \"x\"");
            assertThat(client.get("/").response()).endsWith("end");
            assertThat(application.connections()).isEqualTo(1);
        }
    }

    @Test
    void expect_100_continue_goes_end_to_end() {
        try (var application =
                        Application.of(peer -> {
                            String head = peer.head();
                            peer.send("HTTP/1.1 100 Continue\r\n\r\n");
                            peer.ok(peer.exactly(4) + head.contains("Expect: 100-continue"));
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(
                    "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            assertThat(client.send("body").response()).endsWith("bodytrue");
        }
    }

    @Test
    void an_upstream_silent_about_100_gets_the_body_after_the_limit() {
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            peer.ok(peer.exactly(4));
                        });
                var running = Running.before(application.address(), "expect-continue: 50ms");
                var client = running.connect()) {
            client.send(
                    "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 100 ");
            assertThat(client.send("body").response()).endsWith("body");
        }
    }

    @Test
    void early_hints_reach_the_client_before_the_answer() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(
                                    "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n");
                            peer.ok("x");
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/").head())
                    .startsWith("HTTP/1.1 103")
                    .contains("Link: </a.css>");
            assertThat(client.response()).startsWith("HTTP/1.1 200").endsWith("x");
        }
    }

    @Test
    void an_answer_before_the_end_of_the_upload_reaches_the_client() {
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            peer.exactly(1000);
                            peer.send(
                                    "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
                            peer.reset();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\n\r\n");
            client.send(new byte[200_000]);
            assertThat(client.response())
                    .startsWith("HTTP/1.1 413")
                    .contains("Connection: close", "Proxy-Status: goodgate; received-status=413")
                    .endsWith("big");
        }
    }

    @Test
    void an_http_1_0_client_that_asks_for_it_keeps_its_connection() {
        try (var application = Application.answering("x");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send("GET / HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
            assertThat(client.response()).contains("Connection: keep-alive");
            client.send("GET / HTTP/1.0\r\nHost: a\r\n\r\n");
            assertThat(client.rest()).contains("Connection: close").endsWith("x");
        }
    }

    @Test
    void a_large_answer_waits_for_a_slow_reader_and_arrives_whole() {
        int size = 8 << 20;
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n");
                            byte[] block = new byte[64 * 1024];
                            java.util.Arrays.fill(block, (byte) 'z');
                            for (int sent = 0; sent < size; sent += block.length)
                                peer.socket().getOutputStream().write(block);
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.get("/").head();
            assertThat(client.exactly(size)).hasSize(size).doesNotContain("y");
        }
    }

    @Test
    void a_chunked_upload_waits_for_a_slow_upstream_and_arrives_whole() {
        int chunks = 4000;
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            long data = 0;
                            for (String size = peer.until("\r\n");
                                    !size.equals("0\r\n");
                                    size = peer.until("\r\n")) {
                                int length = Integer.parseInt(size.strip(), 16);
                                data += peer.exactly(length).length();
                                peer.exactly(2);
                            }
                            peer.exactly(2);
                            peer.ok("" + data);
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "400\r\n" + "d".repeat(1024) + "\r\n";
            for (int i = 0; i < chunks; i++) client.send(chunk);
            assertThat(client.send("0\r\n\r\n").response()).endsWith("" + chunks * 1024);
        }
    }
}

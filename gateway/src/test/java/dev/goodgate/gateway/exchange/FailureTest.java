package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.Running;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How exchanges fail, and what the client, the log and the upstream see of it.
class FailureTest {

    @Test
    void a_reused_connection_that_closes_unanswered_is_stale_and_a_get_is_sent_again() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.ok("one");
                            if (peer.number() == 1) {
                                peer.head();
                                return;
                            }
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/").response()).endsWith("one");
            assertThat(client.get("/again").response()).startsWith("HTTP/1.1 200");
            assertThat(running.logLines("/again", 1).getFirst())
                    .contains(
                            "\"attempts\":2",
                            "\"response.stale_reuse\"",
                            "\"retry\":\"IDEMPOTENT\"");
        }
    }

    @Test
    void a_post_on_a_stale_connection_is_never_sent_twice() {
        AtomicInteger posts = new AtomicInteger();
        try (var application =
                        Application.of(peer -> {
                            if (peer.request().startsWith("POST")) posts.incrementAndGet();
                            peer.ok("one");
                            if (peer.request().startsWith("POST")) posts.incrementAndGet();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.get("/").response();
            client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
            assertThat(client.response())
                    .startsWith("HTTP/1.1 502")
                    .contains("error=connection_terminated");
            assertThat(posts).hasValue(1);
            assertThat(running.logLines("\"/p\"", 1).getFirst())
                    .contains("\"symptom\":\"response.stale_reuse\"");
        }
    }

    @Test
    void after_an_answer_to_head_that_names_no_length_the_upstream_may_close() {
        try (var application =
                        Application.of(peer -> {
                            String head = "HTTP/1.1 200 OK\r\nNumber: " + peer.number() + "\r\n";
                            String first = peer.request();
                            peer.send(
                                    head
                                            + (first.contains("/stays")
                                                    ? "Keep-Alive: timeout=9\r\n\r\n"
                                                    : "\r\n"));
                            peer.request();
                            peer.send(head + "Content-Length: 0\r\n\r\n");
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n").head())
                    .contains("Number: 1");
            assertThat(client.send("HEAD /stays HTTP/1.1\r\nHost: a\r\n\r\n").head())
                    .contains("Number: 2");
            assertThat(client.get("/").response()).contains("Number: 2");
        }
    }

    @Test
    void an_idle_connection_that_the_upstream_ended_is_not_used_again() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.ok("" + peer.number());
                            if (peer.number() == 1) {
                                peer.socket().close();
                                closed.countDown();
                            } else peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/").response()).endsWith("1");
            closed.await();
            assertThat(
                            client.send("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
                                    .response())
                    .endsWith("2");
            assertThat(running.logLines("\"/p\"", 1).getFirst()).contains("\"attempts\":1");
        }
    }

    @Test
    void a_body_cut_short_closes_the_client_connection() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/cut").rest()).endsWith("abc");
            assertThat(running.logLines("/cut", 1).getFirst())
                    .contains(
                            "\"complete\":false",
                            "\"symptom\":\"response.truncated\"",
                            "\"phase\":\"body\"");
        }
    }

    @Test
    void a_chunked_body_cut_short_gets_no_last_chunk() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/").rest()).endsWith("3\r\nabc\r\n");
        }
    }

    @Test
    void a_broken_chunk_behind_the_head_is_cut_and_named() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/chunk").rest()).doesNotContain("0\r\n\r\n");
            assertThat(running.logLines("/chunk", 1).getFirst())
                    .contains("\"symptom\":\"response.bad_chunk\"");
        }
    }

    @Test
    void a_body_up_to_the_close_that_is_reset_is_reset_for_the_client() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.0 200 OK\r\n\r\nsome");
                            peer.socket().getInputStream().available();
                            peer.reset();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            String seen = client.send("GET /rst HTTP/1.0\r\nHost: a\r\n\r\n").rest();
            assertThat(seen).endsWith("<RST>");
            assertThat(running.logLines("/rst", 1).getFirst()).contains("\"complete\":false");
        }
    }

    @Test
    void no_answer_in_time_is_a_504_that_is_not_repeated() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "first-byte: 100ms");
                var client = running.connect()) {
            assertThat(client.get("/slow").response())
                    .startsWith("HTTP/1.1 504")
                    .contains("error=connection_read_timeout");
            assertThat(application.connections()).isEqualTo(1);
        }
    }

    @Test
    void a_head_that_drips_ends_at_its_total_limit() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.1 200 O");
                            peer.awaitEnd();
                        });
                var running =
                        Running.before(application.address(), "first-byte: 100ms, head: 200ms");
                var client = running.connect()) {
            assertThat(client.get("/").response())
                    .startsWith("HTTP/1.1 504")
                    .contains("error=http_response_timeout");
        }
    }

    @Test
    void two_endpoints_one_dead_is_a_200_with_two_attempts() {
        int port = Application.deadPort();
        try (var application = Application.answering("alive")) {
            try (var running =
                            Running.with(
                                    """
                                    routes: [ { match: { path: / }, upstream: app } ]
                                    upstreams: { app: { endpoints: ["http://127.0.0.1:%d", "http://127.0.0.1:%d"] } }
                                    runtime: { loops: 1 }
                                    """
                                            .formatted(port, application.address().getPort()));
                    var client = running.connect()) {
                assertThat(client.get("/both").response()).endsWith("alive");
                assertThat(running.logLines("/both", 1).getFirst())
                        .contains("\"attempts\":2", "connect.refused", "\"retry\":\"ANY\"");
            }
        }
    }

    @Test
    void the_public_form_tells_nothing_of_the_upstream() {
        int port = Application.deadPort();
        try (var running =
                        Running.with(
                                """
                                routes: [ { match: { path: / }, upstream: secretname } ]
                                upstreams: { secretname: { endpoints: ["http://127.0.0.1:%d"] } }
                                """
                                        .formatted(port));
                var client = running.connect()) {
            for (String accept :
                    new String[] {"text/html", "text/plain", "text/markdown", "application/json"}) {
                client.send(
                        "GET / HTTP/1.1\r\nHost: www.example.org\r\nAccept: "
                                + accept
                                + "\r\n\r\n");
                assertThat(client.response())
                        .startsWith("HTTP/1.1 502")
                        .doesNotContain(
                                "secretname",
                                Integer.toString(port),
                                "next-hop",
                                "details=",
                                "127.0.0.1");
            }
        }
    }
}

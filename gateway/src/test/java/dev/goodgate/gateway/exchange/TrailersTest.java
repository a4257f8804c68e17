package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.RawClient;
import dev.goodgate.gateway.Running;
import org.junit.jupiter.api.Test;

/// Trailer fields: always checked, dropped by default, passed on where the route says so, and then
/// never those that frame, route or authorise (RFC 9110 section 6.5).
class TrailersTest {
    private static final String TRAILERS =
            "X-Sum: abc\r\nContent-Length: 7\r\nTransfer-Encoding: chunked\r\nSet-Cookie: a=b\r\n"
                    + "Authorization: Basic eA==\r\nHost: other\r\nX-Forwarded-For: 1.2.3.4\r\n"
                    + "Proxy-Note: 1\r\nX-Secret: 1\r\nx-late:  two  words \r\n";
    private static final String KEPT = "X-Sum: abc\r\nx-late: two  words\r\n\r\n";

    @Test
    void a_route_that_forwards_trailers_gives_the_upstream_those_of_an_upload() {
        try (var application = recording();
                var running = forwarding(application);
                var client = running.connect()) {
            upload(client, TRAILERS);
            assertThat(client.response()).endsWith("taken");
            assertThat(application.nextRequest())
                    .contains("\r\nTransfer-Encoding: chunked\r\n", "\r\nTE: trailers\r\n")
                    .endsWith("5\r\nhello\r\n0\r\n" + KEPT);
        }
    }

    @Test
    void a_route_that_forwards_trailers_gives_the_client_those_of_an_answer() {
        try (var application = answering(TRAILERS);
                var running = forwarding(application);
                var client = running.connect()) {
            client.get("/");
            assertThat(client.head()).contains("\r\nTrailer: X-Sum\r\n");
            String rest = "3\r\nabc\r\n0\r\n" + KEPT;
            assertThat(client.exactly(rest.length())).isEqualTo(rest);
            client.get("/again");
            assertThat(client.head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_client_of_http_1_0_gets_no_trailers() {
        try (var application = answering(TRAILERS);
                var running = forwarding(application);
                var client = running.connect()) {
            assertThat(client.send("GET / HTTP/1.0\r\nHost: a\r\n\r\n").rest())
                    .endsWith("\r\n\r\nabc");
        }
    }

    @Test
    void by_default_trailers_are_dropped_both_ways() {
        try (var application = answering(TRAILERS);
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.get("/");
            assertThat(client.response())
                    .doesNotContain("Trailer: ")
                    .endsWith("3\r\nabc\r\n0\r\n\r\n");
        }
        try (var application = recording();
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            upload(client, TRAILERS);
            assertThat(client.response()).endsWith("taken");
            assertThat(application.nextRequest())
                    .doesNotContain("TE: trailers")
                    .endsWith("5\r\nhello\r\n0\r\n\r\n");
        }
    }

    @Test
    void trailers_that_break_a_rule_are_refused_whether_dropped_or_forwarded() {
        try (var application = recording();
                var dropping = Running.before(application.address(), "");
                var forwarding = forwarding(application)) {
            for (Running running : java.util.List.of(dropping, forwarding)) {
                try (var client = running.connect()) {
                    upload(client, "X Sum: abc\r\n");
                    assertThat(client.response()).startsWith("HTTP/1.1 400");
                }
            }
        }
        try (var application = answering("X Sum: abc\r\n");
                var dropping = Running.before(application.address(), "");
                var client = dropping.connect()) {
            assertThat(client.get("/cut").rest()).doesNotContain("\r\n0\r\n");
            assertThat(dropping.logLines("/cut", 1).getFirst()).contains("response.bad_trailers");
        }
    }

    @Test
    void a_second_try_sends_the_trailers_again() {
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            peer.until("0\r\n" + KEPT);
                            if (peer.number() == 1) peer.ok("first").head();
                            if (peer.number() == 1) peer.socket().close();
                            else peer.ok("second");
                        });
                var running = forwarding(application);
                var client = running.connect()) {
            upload(client, TRAILERS);
            assertThat(client.response()).endsWith("first");
            client.send(
                    "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
                            + TRAILERS
                            + "\r\n");
            assertThat(client.response()).endsWith("second");
        }
    }

    @Test
    void an_empty_body_in_chunks_is_ended_on_a_second_try_too() {
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            peer.until("0\r\n\r\n");
                            peer.ok("take " + peer.number());
                            if (peer.number() == 1) peer.head();
                        });
                var running = Running.before(application.address(), "first-byte: 2s");
                var client = running.connect()) {
            String empty =
                    "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
            assertThat(client.send(empty).response()).endsWith("take 1");
            assertThat(client.send(empty).response()).endsWith("take 2");
        }
    }

    @Test
    void an_idle_connection_holds_no_room_for_the_trailers_it_sent() {
        String trailers = "X-Long: " + "t".repeat(30_000) + "\r\n";
        java.util.List<RawClient> idle = new java.util.ArrayList<>();
        try (var application = recording();
                var running =
                        Running.limited(application, "connections-per-client: 0, keep-alive: 1m")) {
            long before = 0;
            for (int n = 0; n <= 300; n++) {
                RawClient client = running.connect();
                idle.add(client);
                upload(client, trailers);
                assertThat(client.response()).endsWith("taken");
                application.nextRequest();
                if (n == 0) before = heap();
            }
            assertThat(heap() - before).isLessThan(300 * 32_000);
        } finally {
            idle.forEach(RawClient::close);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void upload(RawClient client, String trailers) {
        client.send(
                "POST /up HTTP/1.1\r\nHost: a\r\nTE: trailers\r\nConnection: te\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
                        + trailers
                        + "\r\n");
    }

    /// Reads a chunked upload to the end of its trailer section, and remembers it.
    private static Application recording() {
        return Application.of(peer -> {
            while (true) {
                String head = peer.head();
                StringBuilder all = new StringBuilder(head).append(peer.until("0\r\n"));
                String line;
                do {
                    line = peer.until("\r\n");
                    all.append(line);
                } while (!line.equals("\r\n"));
                peer.remember(all.toString());
                peer.ok("taken");
            }
        });
    }

    private static Application answering(String trailers) {
        return Application.of(peer -> {
            while (true) {
                peer.request();
                peer.send(
                        "HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "3\r\nabc\r\n0\r\n"
                                + trailers
                                + "\r\n");
            }
        });
    }

    private static Running forwarding(Application application) {
        return Running.with(
                """
                routes:
                  - name: all
                    match: { path: / }
                    upstream: app
                    trailers: forward
                    request-fields: { remove: [ X-Secret ] }
                    response-fields: { remove: [ X-Secret ] }
                upstreams: { app: { endpoints: ["http://127.0.0.1:%d"] } }
                """
                        .formatted(application.address().getPort()));
    }
}

package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.RawClient;
import dev.goodgate.gateway.Running;
import org.junit.jupiter.api.Test;

/// Who speaks for the client, and how a request that comes back is known.
class ForwardingTest {
    @Test
    void the_connection_of_a_trusted_proxy_speaks_for_its_client() {
        try (var application = Application.answering("x");
                var running =
                        Running.with(
                                "{ address: \"127.0.0.1:0\", trusted-proxies: [127.0.0.9/32] }",
                                "routes: [ { match: { path: / }, upstream: app } ]\nupstreams: { app: { endpoints: [\"http://127.0.0.1:"
                                        + application.address().getPort()
                                        + "\"] } }");
                var trusted = RawClient.connect(running.address(), "127.0.0.9");
                var stranger = RawClient.connect(running.address(), "127.0.0.8")) {
            String request =
                    "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Proto: https\r\n\r\n";
            trusted.send(request).response();
            assertThat(application.nextRequest())
                    .contains(
                            "X-Forwarded-For: 9.9.9.9, 127.0.0.9\r\n",
                            "X-Forwarded-Proto: https\r\n");
            stranger.send(request).response();
            assertThat(application.nextRequest())
                    .contains("X-Forwarded-For: 127.0.0.8\r\n", "X-Forwarded-Proto: http\r\n")
                    .doesNotContain("9.9.9.9");
        }
    }

    @Test
    void options_go_one_hop_less_far_and_other_methods_as_far_as_they_like() {
        try (var application = Application.answering("x");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            String limited = " / HTTP/1.1\r\nHost: a\r\nMax-Forwards: 10\r\n\r\n";
            client.send("OPTIONS" + limited).response();
            assertThat(application.nextRequest()).contains("Max-Forwards: 9\r\n");
            client.send("GET" + limited).response();
            assertThat(application.nextRequest()).contains("Max-Forwards: 10\r\n");
            client.send("OPTIONS" + limited.replace("10", "many")).response();
            assertThat(application.nextRequest()).contains("Max-Forwards: many\r\n");
            assertThat(client.send("OPTIONS" + limited.replace("10", "0")).response())
                    .startsWith("HTTP/1.1 204")
                    .contains("Allow: ");
        }
    }

    @Test
    void a_request_with_our_own_via_is_a_loop() {
        try (var application =
                        Application.of(peer -> {
                            String seen = peer.request();
                            int at = seen.indexOf("Via: ");
                            peer.ok(seen.substring(at, seen.indexOf("\r\n", at)));
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            String via = client.get("/").response().split("\r\n\r\n", 2)[1];
            client.send("GET / HTTP/1.1\r\nHost: a\r\n" + via + "\r\n\r\n");
            assertThat(client.response())
                    .startsWith("HTTP/1.1 502")
                    .contains("error=proxy_loop_detected");
        }
    }
}

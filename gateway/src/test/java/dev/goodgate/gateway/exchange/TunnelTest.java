package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.Running;
import org.junit.jupiter.api.Test;

/// Websockets: a tunnel after 101, and nothing before.
class TunnelTest {
    @Test
    void a_websocket_is_a_tunnel_after_101_and_octets_go_both_ways() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(
                                    "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                            + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\nfirst");
                            peer.send(peer.exactly(4).toUpperCase(java.util.Locale.ROOT));
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(
                    "GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 101").contains("Upgrade: websocket");
            assertThat(client.exactly(5)).isEqualTo("first");
            assertThat(client.send("ping").exactly(4)).isEqualTo("PING");
            assertThat(client.rest()).isEmpty();
            assertThat(application.nextRequest())
                    .contains("Connection: upgrade\r\nUpgrade: websocket");
        }
    }

    @Test
    void a_101_with_the_wrong_accept_is_refused() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(
                                    "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                            + "Sec-WebSocket-Accept: wrong\r\n\r\n");
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(
                    "GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertThat(client.response())
                    .startsWith("HTTP/1.1 502")
                    .contains("error=http_upgrade_failed");
        }
    }
}

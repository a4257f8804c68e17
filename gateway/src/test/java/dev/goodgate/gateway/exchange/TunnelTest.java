package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.Running;
import dev.goodgate.gateway.admin.Reload;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Websockets: a tunnel after 101, and nothing before.
class TunnelTest {
    private static final String ASKING =
            "GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";
    private static final String SWITCHING =
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n";

    @Test
    void a_websocket_is_a_tunnel_after_101_and_octets_go_both_ways() {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(
                                    SWITCHING
                                            + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\nfirst");
                            peer.send(peer.exactly(4).toUpperCase(java.util.Locale.ROOT));
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(
                    ASKING
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
                            peer.send(SWITCHING + "Sec-WebSocket-Accept: wrong\r\n\r\n");
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send(ASKING + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertThat(client.response())
                    .startsWith("HTTP/1.1 502")
                    .contains("error=http_upgrade_failed");
        }
    }

    /// Of these sizes one at least ends in our own buffers when the client's FIN comes.
    @Test
    void an_upstream_gets_every_octet_of_a_tunnel_before_its_end() throws Exception {
        Semaphore go = new Semaphore(0);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send(SWITCHING).send("\r\n");
                            go.acquire();
                            InputStream in = peer.socket().getInputStream();
                            peer.remember("" + in.transferTo(OutputStream.nullOutputStream()));
                        });
                var running = beside(application);
                var other = running.connect()) {
            for (int size = 2 << 20; size <= 6 << 20; size += 1 << 17) {
                byte[] octets = new byte[size];
                try (var client = running.connect()) {
                    client.send(ASKING + "\r\n");
                    assertThat(client.head()).startsWith("HTTP/1.1 101");
                    Thread sender = Thread.ofVirtual().start(() -> client.send(octets).finish());
                    sender.join(Duration.ofSeconds(1));
                    assertThat(other.get("/own").response()).endsWith("own");
                    go.release();
                    assertThat(application.nextRequest()).startsWith("GET ");
                    assertThat(application.nextRequest()).isEqualTo("" + size);
                }
            }
        }
    }

    private static Running beside(Application application) {
        return Running.with(
                """
                routes:
                  - { match: { path: /own }, respond: { status: 200, body: own } }
                  - { match: { path: / }, upstream: app }
                upstreams: { app: { endpoints: ["http://127.0.0.1:%d"] } }
                runtime: { loops: 1 }
                """
                        .formatted(application.address().getPort()));
    }

    @Test
    void fifty_tunnels_under_load_outlive_twenty_reloads_and_lose_no_octet() throws Exception {
        Semaphore rounds = new Semaphore(0);
        AtomicBoolean over = new AtomicBoolean();
        try (var echo = echo();
                var other = echo();
                var running =
                        Running.before(
                                echo.address(), "", "limits: { connections-per-client: 0 }");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> tunnels = new ArrayList<>();
            for (int seed = 0; seed < 50; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                tunnels.add(threads.submit(() -> echoed(running, random, rounds, over)));
            }
            String here = ":" + echo.address().getPort();
            String there = ":" + other.address().getPort();
            try {
                for (int n = 0; n < 20; n++) {
                    assertThat(rounds.tryAcquire(100, 10, TimeUnit.SECONDS)).isTrue();
                    boolean even = n % 2 == 0;
                    assertThat(running.reload(even ? here : there, even ? there : here))
                            .isInstanceOf(Reload.Result.Applied.class);
                }
            } finally {
                over.set(true);
            }
            for (Future<Long> tunnel : tunnels) assertThat(tunnel.get()).isPositive();
            assertThat(echo.connections() + other.connections()).isEqualTo(50);
        }
    }

    /// Opens a tunnel and sends blocks until it is `over`, each of which must come back as it was.
    /// How many octets came back.
    private static long echoed(
            Running running, SplittableRandom random, Semaphore rounds, AtomicBoolean over) {
        long octets = 0;
        try (var client = running.connect()) {
            client.send(
                    ASKING
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 101");
            while (!over.get()) {
                byte[] block = new byte[1 + random.nextInt(20_000)];
                random.nextBytes(block);
                String back = client.send(block).exactly(block.length);
                assertThat(back.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(block);
                octets += block.length;
                rounds.release();
            }
        }
        return octets;
    }

    private static Application echo() {
        return Application.of(peer -> {
            peer.request();
            peer.send(SWITCHING + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
            peer.socket().getInputStream().transferTo(peer.socket().getOutputStream());
        });
    }
}

package dev.goodgate.gateway.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.RawClient;
import dev.goodgate.gateway.Running;
import dev.goodgate.gateway.config.RuntimeSettings;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each way to the kernel carries and fails alike.
class TransportTest {

    @ParameterizedTest
    @EnumSource(value = RuntimeSettings.Transport.class)
    void bodies_pass_both_ways_on_every_transport(RuntimeSettings.Transport transport) {
        String body = "x".repeat(300_000);
        try (var application =
                        Application.of(peer -> {
                            while (true) {
                                String request = peer.request();
                                peer.ok(request.substring(request.indexOf("\r\n\r\n") + 4));
                            }
                        });
                var running = Running.before(application.address(), "", on(transport));
                var client = running.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send(
                        "POST /%d HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(i, body.length(), body));
                assertThat(client.response()).startsWith("HTTP/1.1 200").endsWith(body);
            }
            assertThat(application.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeSettings.Transport.class,
            names = {"IO_URING", "EPOLL"})
    void octets_that_nobody_asked_for_never_answer_a_request(RuntimeSettings.Transport transport)
            throws InterruptedException {
        Semaphore said = new Semaphore(0);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.ok("asked");
                            peer.ok("unasked");
                            said.release();
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "", on(transport));
                var client = running.connect()) {
            for (int i = 0; i < 200; i++) {
                client.get("/" + i);
                assertThat(client.response()).endsWith("asked");
                said.acquire();
            }
            assertThat(application.connections()).isEqualTo(200);
            try (var operator = RawClient.connect(running.admin())) {
                operator.send("GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
                assertThat(operator.response())
                        .containsPattern(
                                "goodgate_upstream_stray_connections_total\\{upstream=\"app\"} [1-9]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = RuntimeSettings.Transport.class)
    void an_answer_cut_by_a_reset_is_cut_for_the_client_at_once(
            RuntimeSettings.Transport transport) {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/1.0 200 OK\r\n\r\nsome");
                            peer.reset();
                        });
                var running = Running.before(application.address(), "", on(transport))) {
            for (int i = 0; i < 300; i++) {
                try (var client = running.connect()) {
                    client.send("GET / HTTP/1.0\r\nHost: a\r\n\r\n");
                    assertThat(client.rest()).endsWith("<RST>");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeSettings.Transport.class,
            names = {"IO_URING", "EPOLL"})
    void a_client_that_resets_after_its_fin_is_gone_and_the_upstream_is_let_go(
            RuntimeSettings.Transport transport) throws InterruptedException {
        Semaphore asked = new Semaphore(0);
        Semaphore cancelled = new Semaphore(0);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            asked.release();
                            peer.awaitEnd();
                            cancelled.release();
                        });
                var running = Running.before(application.address(), "", on(transport))) {
            RawClient client = running.connect();
            client.send("GET /left HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").finish();
            asked.acquire();
            client.reset();
            assertThat(cancelled.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            assertThat(running.logLines("/left", 1).getFirst())
                    .contains("\"symptom\":\"client.closed\"", "\"phase\":\"wait\"");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeSettings.Transport.class,
            names = {"IO_URING", "EPOLL"})
    void an_incident_tells_what_the_kernel_knew_of_the_connection(
            RuntimeSettings.Transport transport) {
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            peer.send("HTTP/9.9 what\r\n\r\n");
                            peer.awaitEnd();
                        });
                var running = Running.before(application.address(), "", on(transport));
                var client = running.connect()) {
            String id = client.get("/").response().split("Goodgate-Incident: ", 2)[1];
            assertThat(running.logLines("response.bad_version", 1)).hasSize(1);
            try (var operator = RawClient.connect(running.admin())) {
                operator.send(
                        "GET /api/incidents/%s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                                .formatted(id.substring(0, 20)));
                assertThat(operator.response()).contains("state=", "rtt=");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = RuntimeSettings.Transport.class)
    void whoever_comes_to_a_full_house_is_answered_or_closed_and_never_left_waiting(
            RuntimeSettings.Transport transport) throws InterruptedException {
        Semaphore held = new Semaphore(0);
        CountDownLatch go = new CountDownLatch(1);
        List<RawClient> clients = new ArrayList<>();
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            held.release();
                            go.await();
                            peer.ok("carried");
                        });
                var running =
                        Running.before(
                                application.address(),
                                "",
                                on(transport) + "\nlimits: { connections: 4 }")) {
            for (int i = 0; i < 40; i++) {
                asking(running).ifPresent(clients::add);
            }
            held.acquire(4);
            go.countDown();
            assertThat(clients)
                    .allSatisfy(client ->
                            assertThat(client.rest())
                                    .satisfiesAnyOf(
                                            seen -> assertThat(seen).isIn("", "<RST>"),
                                            seen -> assertThat(seen).endsWith("carried")));
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    /// A client that has asked; none when it was turned away while it came.
    private static Optional<RawClient> asking(Running running) {
        RawClient client;
        try {
            client = running.connect();
        } catch (UncheckedIOException broken) {
            assertThat(broken).hasCauseInstanceOf(SocketException.class);
            return Optional.empty();
        }
        try {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            return Optional.of(client);
        } catch (UncheckedIOException broken) {
            client.close();
            assertThat(broken).hasCauseInstanceOf(SocketException.class);
            return Optional.empty();
        }
    }

    @Test
    void auto_is_the_first_of_io_uring_epoll_and_nio_that_this_machine_has() {
        String best = Transport.of(RuntimeSettings.Transport.AUTO).name();
        if (Transport.obstacle(RuntimeSettings.Transport.IO_URING).isEmpty()) {
            assertThat(best).isEqualTo("io_uring");
        } else if (Transport.obstacle(RuntimeSettings.Transport.EPOLL).isEmpty()) {
            assertThat(best).isEqualTo("epoll");
        } else {
            assertThat(best).isEqualTo("nio");
        }
    }

    private static String on(RuntimeSettings.Transport transport) {
        String reason = Transport.obstacle(transport);
        assumeTrue(reason.isEmpty(), reason);
        String name = transport.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "runtime: { transport: %s, loops: 1 }".formatted(name);
    }
}

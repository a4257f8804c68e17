package dev.goodgate.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.admin.Reload;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// The life of the process: reload, drain, and what may not happen meanwhile.
class GatewayTest {

    @Test
    void a_reload_changes_what_the_next_request_of_an_open_connection_gets() {
        try (var application = Application.answering("old");
                var other = Application.answering("new");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(client.get("/").response()).endsWith("old");
            String from = ":" + application.address().getPort();
            assertThat(running.reload(from, ":" + other.address().getPort()))
                    .isEqualTo(new Reload.Result.Applied());
            assertThat(client.get("/").response()).endsWith("new");
        }
    }

    @Test
    void a_faulty_reload_keeps_the_old_configuration_and_says_where_it_is_wrong() {
        try (var application = Application.answering("old");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            assertThat(running.reload("upstream: app", "upstrem: app"))
                    .isInstanceOfSatisfying(
                            Reload.Result.Refused.class,
                            refused ->
                                    assertThat(refused.faults().getFirst())
                                            .contains("test.yaml:", "upstrem"));
            assertThat(client.get("/").response()).endsWith("old");
        }
    }

    @Test
    void a_reload_that_cannot_listen_changes_nothing_not_even_the_log() {
        try (var application = Application.answering("old");
                var other = Application.answering("other");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            String taken = "{ address: \"127.0.0.1:" + other.address().getPort() + "\" }";
            running.reload("listeners: [ ", "listeners: [ " + taken + ", ");
            assertThat(running.reload("access-log: { ", "access-log: { format: combined, "))
                    .isInstanceOf(Reload.Result.Refused.class);
            assertThat(client.get("/later").response()).endsWith("old");
            assertThat(running.logLines("/later", 1).getFirst()).startsWith("{");
        }
    }

    @Test
    void an_exchange_that_runs_ends_with_the_configuration_it_began_with() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            asked.countDown();
                            go.await();
                            peer.ok("old");
                        });
                var other = Application.answering("new");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.get("/");
            asked.await();
            running.reload(":" + application.address().getPort(), ":" + other.address().getPort());
            go.countDown();
            assertThat(client.response()).endsWith("old");
            assertThat(client.get("/").response()).endsWith("new");
        }
    }

    @Test
    void draining_lets_a_running_exchange_end_and_closes_its_connection() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            asked.countDown();
                            go.await();
                            peer.ok("done");
                        });
                var running = Running.before(application.address(), "");
                var idle = running.connect();
                var busy = running.connect()) {
            busy.get("/");
            asked.await();
            Thread draining =
                    Thread.ofVirtual().start(() -> running.gateway().drain(Duration.ofSeconds(10)));
            go.countDown();
            assertThat(busy.rest()).contains("Connection: close").endsWith("done");
            idle.finish();
            assertThat(draining.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void a_reload_while_draining_opens_no_listener_again() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            asked.countDown();
                            go.await();
                            peer.ok("done");
                        });
                var running = Running.before(application.address(), "");
                var busy = running.connect()) {
            busy.get("/");
            asked.await();
            Thread draining =
                    Thread.ofVirtual().start(() -> running.gateway().drain(Duration.ofSeconds(10)));
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!running.gateway().listeners().isEmpty() && System.nanoTime() < end)
                Thread.onSpinWait();
            assertThat(running.gateway().reload()).isInstanceOf(Reload.Result.Refused.class);
            assertThat(running.gateway().listeners()).isEmpty();
            go.countDown();
            assertThat(busy.rest()).endsWith("done");
            assertThat(draining.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void a_port_in_use_is_one_clear_sentence() {
        try (var application = Application.answering("x");
                var running = Running.before(application.address(), "")) {
            String yaml =
                    "listeners: [ { address: \"127.0.0.1:%d\" } ]\nadmin: { address: off }\naccess-log: { to: off }\n"
                                    .formatted(running.address().getPort())
                            + "routes: [ { match: { path: / }, respond: { status: 200, body: x } } ]\n";
            assertThat(failure(yaml))
                    .isEqualTo(
                            "cannot listen on 127.0.0.1:"
                                    + running.address().getPort()
                                    + ": another process listens there (address already in use)");
        }
    }

    private static String failure(String yaml) {
        try (var started =
                Gateway.start(
                        () ->
                                dev.goodgate.gateway.config.ConfigFile.read(
                                        "t.yaml", yaml, java.util.Map.of()),
                        line -> {})) {
            return "started on " + started.listeners();
        } catch (StartFailure expected) {
            return String.join("\n", expected.faults());
        }
    }

    @Test
    void an_upstream_name_that_does_not_resolve_does_not_stop_the_start() {
        try (var running =
                        Running.with(
                                """
                                routes: [ { match: { path: / }, upstream: app } ]
                                upstreams: { app: { endpoints: ["http://no-such-host.invalid:80"], resolve: 300ms } }
                                resolver: { servers: ["127.0.0.1:9"] }
                                """);
                var client = running.connect()) {
            assertThat(client.get("/").response())
                    .containsPattern("HTTP/1.1 50[24] ")
                    .contains("error=dns_");
        }
    }

    @Test
    void fixed_answers_redirects_and_maintenance_are_said_to_be_ours() throws Exception {
        java.nio.file.Path page = java.nio.file.Files.createTempFile("down", ".html");
        java.nio.file.Files.writeString(page, "<p>back soon");
        try (var running =
                        Running.with(
                                """
                                routes:
                                  - { match: { path: /fixed }, respond: { status: 200, body: "as configured" } }
                                  - { match: { path: /old }, redirect: { to: "https://{host}/new{query}", status: 301 } }
                                  - { match: { path: / }, maintenance: { page: "%s", retry-after: 2m } }
                                """
                                        .formatted(page));
                var client = running.connect()) {
            assertThat(client.get("/fixed").response())
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("Proxy-Status: goodgate; error=proxy_internal_response")
                    .endsWith("as configured");
            assertThat(client.get("/old?a=b").response())
                    .startsWith("HTTP/1.1 301")
                    .contains("Location: https://good.test/new?a=b\r\n");
            assertThat(client.get("/any").response())
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 120\r\n")
                    .endsWith("<p>back soon");
        } finally {
            java.nio.file.Files.delete(page);
        }
    }

    @Test
    void a_unix_socket_serves_as_listener_and_as_upstream() throws Exception {
        java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("gg");
        java.nio.file.Path socket = folder.resolve("in.sock");
        try (var application = Application.answering("over unix");
                var inner =
                        Running.with(
                                "{ address: \"unix:" + socket + "\" }",
                                "routes: [ { match: { path: / }, upstream: app } ]\nupstreams: { app: { endpoints: [\"http://127.0.0.1:"
                                        + application.address().getPort()
                                        + "\"] } }");
                var outer =
                        Running.with(
                                "routes: [ { match: { path: / }, upstream: app } ]\nupstreams: { app: { endpoints: [\"unix:"
                                        + socket
                                        + "\"] } }");
                var client = outer.connect()) {
            assertThat(inner.gateway().listeners()).hasSize(1);
            assertThat(client.get("/").response()).endsWith("over unix");
        }
        assertThat(socket).doesNotExist();
        java.nio.file.Files.delete(folder);
    }

    @Test
    void weights_share_requests_out() {
        try (var light = Application.answering("light");
                var heavy = Application.answering("heavy");
                var running =
                        Running.with(
                                """
                                routes: [ { match: { path: / }, upstream: app } ]
                                upstreams: { app: { endpoints: [
                                  { url: "http://127.0.0.1:%d", weight: 1 }, { url: "http://127.0.0.1:%d", weight: 3 } ] } }
                                runtime: { loops: 1 }
                                """
                                        .formatted(
                                                light.address().getPort(),
                                                heavy.address().getPort()));
                var client = running.connect()) {
            int heavyOnes = 0;
            for (int i = 0; i < 40; i++)
                if (client.get("/").response().endsWith("heavy")) heavyOnes++;
            assertThat(heavyOnes).isEqualTo(30);
        }
    }
}

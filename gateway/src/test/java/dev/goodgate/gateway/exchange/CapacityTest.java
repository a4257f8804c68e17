package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.RawClient;
import dev.goodgate.gateway.Running;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// More than there is room for: connections, memory, places in a queue. Who is turned away, and who
/// gets what becomes free.
class CapacityTest {

    @Test
    void one_client_address_has_only_so_many_connections() {
        try (var application = Application.answering("x");
                var running = Running.limited(application, "connections-per-client: 1");
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
                        Running.limited(
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
    void all_who_wait_hear_at_once_that_the_upstream_is_gone() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            held.countDown();
                            peer.awaitEnd();
                        });
                var running =
                        Running.before(
                                application.address(), "max-connections: 1, queue-timeout: 1m");
                var holder = running.connect();
                var first = running.connect();
                var second = running.connect()) {
            holder.get("/");
            held.await();
            first.get("/first");
            second.get("/second");
            awaitWaiting(running, 2);
            application.die();
            assertThat(first.response()).contains("error=connection_refused");
            assertThat(second.response()).contains("error=connection_refused");
        }
    }

    private static void awaitWaiting(Running running, int count) {
        long end = System.nanoTime() + 10_000_000_000L;
        String seen = "";
        while (!seen.contains("\"waiting\":" + count) && System.nanoTime() < end) {
            try (var operator = RawClient.connect(running.admin())) {
                operator.send("GET /api/upstreams HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
                seen = operator.response().replace(" ", "");
            }
        }
        assertThat(seen).contains("\"waiting\":" + count);
    }

    @Test
    void a_freed_connection_goes_to_the_one_that_waits() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            if (peer.request().startsWith("GET /hold")) {
                                held.countDown();
                                go.await();
                            }
                            peer.ok("done");
                            peer.request();
                            peer.ok("done");
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
    void connections_of_another_endpoint_survive_that_one_was_closed_in_use() {
        try (var dying =
                        Application.of(peer -> {
                            peer.request();
                            if (peer.number() > 1) return;
                            peer.ok("1");
                            peer.request();
                        });
                var well = Application.answering("2");
                var running =
                        Running.with(
                                """
                                routes: [ { match: { path: / }, upstream: app } ]
                                upstreams:
                                  app:
                                    endpoints: ["http://127.0.0.1:%d", "http://127.0.0.1:%d"]
                                    retries: 3
                                """
                                        .formatted(
                                                dying.address().getPort(),
                                                well.address().getPort()));
                var client = running.connect()) {
            for (int i = 0; i < 4; i++) {
                assertThat(client.get("/").response()).startsWith("HTTP/1.1 200");
            }
            assertThat(dying.connections()).isGreaterThan(1);
            assertThat(well.connections()).isEqualTo(1);
        }
    }
}

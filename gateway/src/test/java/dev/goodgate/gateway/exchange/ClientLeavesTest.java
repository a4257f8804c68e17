package dev.goodgate.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.RawClient;
import dev.goodgate.gateway.Running;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Clients that end their direction or their connection early: who is still served, who is gone,
/// and what the upstream sees of it.
class ClientLeavesTest {

    @Test
    void a_client_that_leaves_while_we_wait_cancels_the_upstream() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.request();
                            asked.countDown();
                            peer.awaitEnd();
                            cancelled.countDown();
                        });
                var running = Running.before(application.address(), "")) {
            RawClient client = running.connect().get("/left");
            asked.await();
            client.finish();
            assertThat(cancelled.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            assertThat(running.logLines("/left", 1).getFirst())
                    .contains(
                            "\"status\":499",
                            "\"symptom\":\"client.closed\"",
                            "\"phase\":\"wait\"");
            client.close();
        }
    }

    @Test
    void a_half_closed_client_that_said_close_is_served() {
        try (var application = Application.answering("served");
                var running = Running.before(application.address(), "");
                var client = running.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").finish();
            assertThat(client.rest()).endsWith("served");
        }
    }

    @Test
    void a_half_closed_client_whose_body_is_whole_is_served_and_one_cut_short_is_gone() {
        try (var application = Application.answering("served");
                var running = Running.before(application.address(), "");
                var whole = running.connect();
                var cut = running.connect()) {
            String head =
                    "POST /half HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\n\r\n";
            whole.send(head + "body").finish();
            assertThat(whole.rest()).endsWith("served");
            cut.send(head + "bo").finish();
            assertThat(cut.rest()).isEmpty();
            assertThat(running.logLines("client.closed", 1)).hasSize(1);
        }
    }

    @Test
    void an_upload_left_half_way_is_reset_upstream_and_never_ended() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        AtomicInteger reset = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        try (var application =
                        Application.of(peer -> {
                            peer.head();
                            peer.exactly(6);
                            began.countDown();
                            if (peer.awaitEnd()) reset.incrementAndGet();
                            over.countDown();
                        });
                var running = Running.before(application.address(), "")) {
            RawClient client = running.connect();
            client.send(
                    "POST /half HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
            began.await();
            client.reset();
            assertThat(over.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
            assertThat(reset).hasValue(1);
            assertThat(running.logLines("/half", 1).getFirst())
                    .contains("\"symptom\":\"client.closed\"", "\"phase\":\"send\"");
        }
    }
}

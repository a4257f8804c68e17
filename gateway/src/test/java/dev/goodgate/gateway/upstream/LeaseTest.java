package dev.goodgate.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.gateway.Application;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.dns.Names;
import dev.goodgate.gateway.dns.Sockets;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.loop.Loops;
import dev.goodgate.gateway.record.Clocks;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The queue before an upstream whose every connection is in use, with a clock moved by hand.
class LeaseTest {
    private final Application application = Application.answering("x");
    private final Settings settings =
            ((ConfigFile.Reading.Loaded) ConfigFile.read("t.yaml", yaml(application), Map.of()))
                    .settings();
    private final AtomicLong clock = new AtomicLong(1);
    private final AtomicInteger files = new AtomicInteger(100);
    private final AtomicReference<Runnable> asked = new AtomicReference<>(() -> {});
    private final Loops loops =
            Loops.start(
                    settings.runtime(),
                    new Clocks(clock::get, this::nanos, new SplittableRandom(1)),
                    thrown -> {
                        throw new AssertionError(thrown);
                    });
    private final Loop loop = loops.first();
    private final Names names =
            Names.start(
                    settings.resolver(),
                    new Sockets(loop.executor(), NioDatagramChannel::new, NioSocketChannel::new),
                    clock::get);
    private final Upstream upstream =
            Objects.requireNonNull(
                    new Upstreams(loops.all(), names, files::get).apply(settings).get("app"));
    private final Endpoint endpoint = upstream.candidates()[0];
    private final CompletableFuture<UpstreamConnection> leased = new CompletableFuture<>();
    private final CompletableFuture<Symptom> refused = new CompletableFuture<>();
    private final Lease lease = new Lease(loop, new Tenant());

    private final class Tenant implements Lease.Tenant {
        @Override
        public void leased(UpstreamConnection connection, @Nullable Symptom stale) {
            leased.complete(connection);
        }

        @Override
        public void refused(Refusal refusal) {
            refused.complete(refusal.symptom());
        }
    }

    private static String yaml(Application application) {
        return """
        listeners: [ { address: "127.0.0.1:0" } ]
        routes: [ { match: { path: / }, upstream: app } ]
        upstreams:
          app:
            endpoints: [ "http://127.0.0.1:%d" ]
            max-connections: 1
            queue-timeout: 1s
        runtime: { transport: nio, loops: 1 }
        """
                .formatted(application.address().getPort());
    }

    private long nanos() {
        asked.getAndSet(() -> {}).run();
        return clock.get();
    }

    @AfterEach
    void stop() {
        names.close();
        loops.close();
        application.close();
    }

    @Test
    void who_had_a_turn_in_vain_waits_no_longer_than_who_had_none() throws Exception {
        onLoop(this::acquireTheLast);
        pass(Duration.ofMillis(600));
        onLoop(() -> upstream.live().freed(loop));
        pass(Duration.ofMillis(500));
        assertThat(refused.get(5, TimeUnit.SECONDS)).isEqualTo(Symptom.UPSTREAM_QUEUE_TIMEOUT);
        assertThat(upstream.waiting()).isZero();
    }

    @Test
    void a_permit_that_comes_free_while_one_joins_the_queue_is_taken() throws Exception {
        onLoop(() -> {
            asked.set(endpoint::release);
            acquireTheLast();
        });
        assertThat(leased.get(5, TimeUnit.SECONDS).endpoint()).isEqualTo(endpoint);
        assertThat(upstream.waiting()).isZero();
        assertThat(endpoint.connections()).isEqualTo(1);
    }

    @Test
    void without_a_file_to_spend_nothing_is_dialled_and_the_gateway_says_why() throws Exception {
        files.set(0);
        onLoop(() -> {
            lease.begin(upstream);
            lease.acquire();
        });
        assertThat(refused.get(5, TimeUnit.SECONDS)).isEqualTo(Symptom.CONNECT_LOCAL_EXHAUSTED);
        assertThat(endpoint.connections()).isZero();
        assertThat(application.connections()).isZero();
    }

    @Test
    void an_idle_connection_makes_room_for_a_new_one() throws Exception {
        files.set(1);
        onLoop(() -> {
            lease.begin(upstream);
            lease.acquire();
        });
        UpstreamConnection first = leased.get(5, TimeUnit.SECONDS);
        AtomicReference<Boolean> room = new AtomicReference<>();
        onLoop(() -> {
            room.set(upstream.live().allowance().take(loop));
            first.idle(1_000_000_000);
        });
        assertThat(room.get()).isFalse();
        onLoop(() -> room.set(upstream.live().allowance().take(loop)));
        onLoop(() -> {});
        assertThat(room.get()).isTrue();
        assertThat(endpoint.connections()).isZero();
    }

    /// Somebody else holds the one permit; the lease has to queue.
    private void acquireTheLast() {
        assertThat(endpoint.acquire()).isTrue();
        lease.begin(upstream);
        lease.acquire();
    }

    private void onLoop(Runnable work) throws Exception {
        loop.executor().submit(work).get();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}

package dev.goodgate.gateway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Deadlines on a clock moved by hand: each fires when its time has come, however long nothing was
/// due before.
class DeadlinesTest {
    private final MultiThreadIoEventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private final AtomicLong clock = new AtomicLong();
    private final Deadlines wheel = new Deadlines(loop, clock::get);
    private final Semaphore fired = new Semaphore(0);
    private final Deadline deadline = new Deadline(wheel, now -> fired.release());

    @AfterEach
    void stop() {
        Future<?> _ = group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    @Test
    void the_first_deadline_after_a_long_silence_is_not_late() throws Exception {
        for (int silence = 1; silence < 20; silence++) {
            pass(Duration.ofSeconds(silence * 7L));
            arm(Duration.ofMillis(200));
            pass(Duration.ofMillis(220));
            assertThat(fired.tryAcquire(3, TimeUnit.SECONDS)).as("after " + silence).isTrue();
        }
    }

    @Test
    void a_deadline_that_was_moved_or_disarmed_does_not_fire_at_its_old_time() throws Exception {
        arm(Duration.ofMillis(50));
        arm(Duration.ofMillis(500));
        pass(Duration.ofMillis(100));
        var other = new Deadline(wheel, now -> fired.release(10));
        loop.submit(() -> other.set(clock.get(), 1)).get();
        pass(Duration.ofMillis(50));
        assertThat(fired.tryAcquire(10, 10, TimeUnit.SECONDS)).isTrue();
        assertThat(fired.availablePermits()).isZero();
        pass(Duration.ofMillis(400));
        assertThat(fired.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    private void arm(Duration limit) throws Exception {
        loop.submit(() -> deadline.set(clock.get(), limit.toNanos())).get();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}

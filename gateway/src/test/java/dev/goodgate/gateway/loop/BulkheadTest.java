package dev.goodgate.gateway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.gateway.config.RuntimeSettings;
import dev.goodgate.gateway.record.Clocks;
import io.netty.channel.IoEvent;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoRegistration;
import io.netty.channel.nio.NioIoHandle;
import io.netty.channel.nio.NioIoOps;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A loop outlives whatever is thrown on it.
class BulkheadTest {
    private static final Clocks CLOCKS =
            new Clocks(System::currentTimeMillis, System::nanoTime, new SplittableRandom(1));

    @Test
    void an_error_ends_the_connection_it_was_thrown_for_and_not_the_loop() throws Exception {
        List<Throwable> told = new CopyOnWriteArrayList<>();
        RuntimeSettings settings = new RuntimeSettings(1, RuntimeSettings.Transport.NIO);
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        try (Loops loops = Loops.start(settings, CLOCKS, told::add)) {
            IoEventLoop executor = (IoEventLoop) loops.first().executor();
            Faulty faulty = new Faulty(pipe.source());
            IoRegistration registration = executor.register(faulty).get(5, TimeUnit.SECONDS);
            executor.execute(() -> registration.submit(NioIoOps.READ));
            pipe.sink().write(ByteBuffer.wrap(new byte[1]));
            assertThat(faulty.closed.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(told).containsExactly(faulty.error);
            assertThat(executor.submit(() -> "alive").get(5, TimeUnit.SECONDS)).isEqualTo("alive");
        } finally {
            pipe.sink().close();
        }
    }

    /// Cannot load a class when octets come.
    private static final class Faulty implements NioIoHandle {
        private final SelectableChannel channel;
        private final Error error = new NoClassDefFoundError("planted");
        private final CountDownLatch closed = new CountDownLatch(1);

        Faulty(SelectableChannel channel) {
            this.channel = channel;
        }

        @Override
        public SelectableChannel selectableChannel() {
            return channel;
        }

        @Override
        public void handle(IoRegistration registration, IoEvent event) {
            throw error;
        }

        @Override
        public void close() throws IOException {
            channel.close();
            closed.countDown();
        }
    }
}

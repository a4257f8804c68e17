package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// Carries connections to a port and holds every octet back for a while in either direction, in
/// order.
final class Relay implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Duration delay;
    private final Duration jitter;
    private final Tools tools;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param jitter most that is added to or taken from the delay, evenly spread
    Relay(int target, Duration delay, Duration jitter, Tools tools) {
        this.target = target;
        this.delay = delay;
        this.jitter = jitter;
        this.tools = tools;
        try {
            server = new ServerSocket(0, 4096, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new BenchFailure("relay: " + e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /// Octets and when they may go on; none at the end of the stream.
    private record Held(ByteBuffer octets, long due) {}

    private void accept() {
        try {
            for (int seed = 0; !server.isClosed(); seed += 2) {
                Socket left = server.accept();
                Socket right = new Socket(InetAddress.getLoopbackAddress(), target);
                left.setTcpNoDelay(true);
                right.setTcpNoDelay(true);
                carry(left, right, seed);
                carry(right, left, seed + 1);
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                tools.progress().accept("relay: " + e);
            }
        }
    }

    private void carry(Socket from, Socket to, int seed) {
        BlockingQueue<Held> held = new LinkedBlockingQueue<>(1024);
        threads.execute(() -> take(from, held, new SplittableRandom(seed)));
        threads.execute(() -> pass(to, held));
    }

    private void take(Socket from, BlockingQueue<Held> held, SplittableRandom random) {
        byte[] block = new byte[16_384];
        long due = 0;
        try {
            int n = 0;
            while (n >= 0) {
                n = octets(from, block);
                long spread = random.nextLong(-jitter.toNanos(), jitter.toNanos() + 1);
                long now = tools.nanoTime().getAsLong();
                due = Math.max(due, now + delay.toNanos() + spread);
                held.put(new Held(ByteBuffer.wrap(Arrays.copyOf(block, Math.max(0, n))), due));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int octets(Socket from, byte[] block) {
        try {
            return from.getInputStream().read(block);
        } catch (IOException reset) {
            return -1;
        }
    }

    private void pass(Socket to, BlockingQueue<Held> held) {
        try (to) {
            for (Held next = held.take(); next.octets().hasRemaining(); next = held.take()) {
                tools.pause(Duration.ofNanos(next.due() - tools.nanoTime().getAsLong()));
                to.getOutputStream().write(next.octets().array());
            }
        } catch (IOException gone) {
            held.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new BenchFailure("relay: " + e);
        }
    }
}

package dev.goodgate.logs.find;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A connection to a unix socket with limits for each wait and for all of it. For one thread, but
/// any may close it.
final class Wire extends InputStream {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer read = ByteBuffer.allocate(1 << 16).limit(0);
    private final CountDownLatch closed = new CountDownLatch(1);
    private Duration silence = CONNECT;
    private volatile boolean late;

    private Wire(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /// How long the other side may say nothing, and how long all may take; zero for no limit.
    record Patience(Duration silence, Duration whole) {}

    /// Connects within five seconds.
    static Wire to(UnixDomainSocketAddress address, Patience patience) throws IOException {
        Selector selector = Selector.open();
        Wire wire = null;
        try {
            wire = new Wire(SocketChannel.open(StandardProtocolFamily.UNIX), selector);
            wire.connect(address);
            wire.silence = patience.silence;
            if (!patience.whole.isZero()) Thread.ofVirtual().start(wire.limit(patience.whole));
            return wire;
        } catch (IOException failed) {
            if (wire == null) selector.close();
            else wire.close();
            throw failed;
        }
    }

    private void connect(UnixDomainSocketAddress address) throws IOException {
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        if (!channel.connect(address)) {
            await();
            channel.finishConnect();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private Runnable limit(Duration whole) {
        return () -> {
            try {
                if (closed.await(whole.toMillis(), TimeUnit.MILLISECONDS)) return;
                late = true;
                selector.wakeup();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void await() throws IOException {
        try {
            int ready = selector.select(silence.toMillis());
            if (ready == 0 && !late) {
                throw new SocketTimeoutException("no answer within " + silence.toSeconds() + " s");
            }
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException _) {
            throw new ClosedChannelException();
        }
    }

    /// Sends a request, which is small enough for the socket's buffer.
    void write(byte[] octets) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(octets);
        channel.write(all);
        if (all.hasRemaining()) throw new IOException("the socket takes no request");
    }

    private boolean fill() throws IOException {
        if (read.hasRemaining()) return true;
        read.clear();
        int count = channel.read(read);
        while (count == 0 && !late) {
            await();
            count = channel.read(read);
        }
        if (late) throw new SocketTimeoutException("no end of its answer in time");
        read.flip();
        return count > 0;
    }

    @Override
    public int read() throws IOException {
        return fill() ? read.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        if (most == 0) return 0;
        if (!fill()) return -1;
        int count = Math.min(most, read.remaining());
        read.get(target, from, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        try (selector) {
            channel.close();
        }
    }
}

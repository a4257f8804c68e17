package dev.goodgate.logs.find;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// A connection to a unix socket on which nothing waits longer than five seconds. For one thread.
final class Wire extends InputStream {
    private static final long LIMIT_MILLIS = 5_000;

    private final SocketChannel channel;
    private final Selector selector;
    private final ByteBuffer read = ByteBuffer.allocate(1 << 16).limit(0);

    private Wire(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    static Wire to(UnixDomainSocketAddress address) throws IOException {
        Selector selector = Selector.open();
        Wire wire = null;
        try {
            wire = new Wire(SocketChannel.open(StandardProtocolFamily.UNIX), selector);
            wire.connect(address);
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

    private void await() throws IOException {
        if (selector.select(LIMIT_MILLIS) == 0) {
            throw new SocketTimeoutException("no answer within " + LIMIT_MILLIS / 1_000 + " s");
        }
        selector.selectedKeys().clear();
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
        while (count == 0) {
            await();
            count = channel.read(read);
        }
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
        try (selector) {
            channel.close();
        }
    }
}

package dev.goodgate.bench.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One connection of the open-loop load: at most one request under way; nothing is allocated per
/// request while the connection is kept.
final class Line {
    private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);
    private static final int HEAD_UNFINISHED = -1;

    private final OpenLoop.Plan plan;
    private final Selector selector;
    private final ByteBuffer request;
    private final ByteBuffer in = ByteBuffer.allocateDirect(256 * 1024);
    private @Nullable SocketChannel channel;
    private long planned;
    private int remaining;
    private boolean busy;

    /// What an event brought.
    enum Step {
        WAITING,
        ANSWERED,
        FAILED
    }

    Line(OpenLoop.Plan plan, Selector selector) {
        this.plan = plan;
        this.selector = selector;
        String close = plan.newConnections() ? "Connection: close\r\n" : "";
        String head = "GET " + plan.path() + " HTTP/1.1\r\nHost: bench.test\r\n" + close + "\r\n";
        byte[] octets = head.getBytes(US_ASCII);
        request = ByteBuffer.allocateDirect(octets.length).put(octets).flip();
    }

    long planned() {
        return planned;
    }

    /// Connects ahead of time when connections are kept.
    void prepare() throws IOException {
        if (!plan.newConnections()) {
            channel = open(true);
        }
    }

    /// Sends the request planned for this moment; false when the connection did not take it.
    boolean send(long at) {
        planned = at;
        remaining = HEAD_UNFINISHED;
        busy = true;
        in.clear();
        SocketChannel kept = channel;
        try {
            if (kept == null) {
                channel = open(false);
            } else {
                kept.write(request.rewind());
            }
            return true;
        } catch (IOException e) {
            close();
            return false;
        }
    }

    private SocketChannel open(boolean wait) throws IOException {
        SocketChannel opened = SocketChannel.open();
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(wait);
        opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.port()));
        opened.configureBlocking(false);
        opened.register(selector, wait ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        return opened;
    }

    /// Takes what the socket has to offer. A failed connection is closed and replaced at the next
    /// send.
    Step advance() {
        SocketChannel current = channel;
        if (current == null) {
            return Step.WAITING;
        }
        try {
            if (current.isConnectionPending()) {
                current.finishConnect();
                current.keyFor(selector).interestOps(SelectionKey.OP_READ);
                current.write(request.rewind());
                return Step.WAITING;
            }
            Step step = read(current);
            if (step == Step.FAILED || (step == Step.ANSWERED && plan.newConnections())) {
                return end(step);
            }
            busy = step == Step.WAITING;
            return step;
        } catch (IOException e) {
            return end(Step.FAILED);
        }
    }

    /// A server may close a connection on which nothing is under way: no failure.
    private Step end(Step step) {
        boolean underWay = busy;
        close();
        return underWay ? step : Step.WAITING;
    }

    private Step read(SocketChannel from) throws IOException {
        int octets = from.read(in);
        if (octets < 0) {
            return Step.FAILED;
        }
        if (remaining == HEAD_UNFINISHED) {
            int end = endOfHead();
            if (end < 0) {
                return Step.WAITING;
            }
            int length = contentLength(end);
            if (in.get(9) != '2'
                    || in.get(10) != '0'
                    || in.get(11) != '0'
                    || length != plan.body()) {
                return Step.FAILED;
            }
            remaining = length - (in.position() - end);
        } else {
            remaining -= octets;
        }
        in.clear();
        return remaining == 0 ? Step.ANSWERED : remaining < 0 ? Step.FAILED : Step.WAITING;
    }

    private int endOfHead() {
        for (int i = 3; i < in.position(); i++) {
            if (in.get(i) == '\n' && in.get(i - 1) == '\r' && in.get(i - 2) == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength(int end) {
        for (int line = 0; line < end; line++) {
            if (in.get(line) == '\n' && namesLength(line + 1, end)) {
                int value = 0;
                for (int i = line + 1 + LENGTH.length; in.get(i) != '\r'; i++) {
                    value = in.get(i) == ' ' ? value : value * 10 + (in.get(i) - '0');
                }
                return value;
            }
        }
        return -1;
    }

    private boolean namesLength(int at, int end) {
        if (at + LENGTH.length > end) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            if ((in.get(at + i) | 0x20) != (LENGTH[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    void close() {
        SocketChannel current = channel;
        channel = null;
        busy = false;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                throw new BenchFailure("close: " + e.getMessage());
            }
        }
    }
}

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
    private static final byte[] CLOSE = "connection: close".getBytes(US_ASCII);
    private static final int HEAD_UNFINISHED = -1;

    private final OpenLoop.Plan plan;
    private final Selector selector;
    private final ByteBuffer request;
    private final ByteBuffer in;
    private @Nullable SocketChannel channel;
    private long planned;
    private int remaining;
    private boolean busy;
    private boolean shed;
    private boolean last;

    /// What an event brought.
    enum Step {
        WAITING,
        ANSWERED,
        FAILED
    }

    Line(OpenLoop.Plan plan, Selector selector) {
        this.plan = plan;
        this.selector = selector;
        this.in = ByteBuffer.allocateDirect(Math.clamp(plan.body() + 4096L, 16_384, 262_144));
        String close = plan.newConnections() ? "Connection: close\r\n" : "";
        String head = "GET " + plan.path() + " HTTP/1.1\r\nHost: bench.test\r\n" + close + "\r\n";
        byte[] octets = head.getBytes(US_ASCII);
        request = ByteBuffer.allocateDirect(octets.length).put(octets).flip();
    }

    long planned() {
        return planned;
    }

    /// Whether the last answer was 503.
    boolean shed() {
        return shed;
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
            if (step == Step.FAILED || (step == Step.ANSWERED && last)) {
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
            if (!expected(length)) {
                return Step.FAILED;
            }
            last = plan.newConnections() || after(CLOSE, end) >= 0;
            remaining = length - (in.position() - end);
        } else {
            remaining -= octets;
        }
        in.clear();
        return remaining == 0 ? Step.ANSWERED : remaining < 0 ? Step.FAILED : Step.WAITING;
    }

    private boolean expected(int length) {
        int status = (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + in.get(11) - '0';
        shed = status == 503;
        return (status == 200 && length == plan.body()) || (shed && plan.shedding() && length >= 0);
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
        int at = after(LENGTH, end);
        if (at < 0) {
            return -1;
        }
        int value = 0;
        for (int i = at; in.get(i) != '\r'; i++) {
            value = in.get(i) == ' ' ? value : value * 10 + (in.get(i) - '0');
        }
        return value;
    }

    /// Where the head goes on after a line that starts with this; -1: none does.
    private int after(byte[] start, int end) {
        for (int at = 0; at < end; at++) {
            if (in.get(at) == '\n' && startsWith(start, at + 1, end)) {
                return at + 1 + start.length;
            }
        }
        return -1;
    }

    private boolean startsWith(byte[] start, int at, int end) {
        if (at + start.length > end) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((in.get(at + i) | 0x20) != (start[i] | 0x20)) {
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

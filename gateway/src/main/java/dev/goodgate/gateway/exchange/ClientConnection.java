package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.loop.Deadline;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.http.Head;
import dev.goodgate.http.RequestParser;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One connection from a client. Reads heads and hands each request to its one, reused [Exchange]; between requests it
/// holds neither slab nor buffer.
///
///     HEAD ──whole head──▶ EXCHANGE ──over, keep──▶ HEAD
///       │                     └──over, close──▶ LINGER ──FIN or 2 s──▶ CLOSED
///       └──timeout, FIN──▶ CLOSED
public final class ClientConnection extends ChannelInboundHandlerAdapter
        implements Deadline.Expiry {
    /// How long and how much we listen on after our last word, so that a RST does not overtake it.
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long LINGER_OCTETS = 4 << 20;

    private enum State {
        HEAD,
        EXCHANGE,
        LINGER,
        CLOSED
    }

    private final Loop loop;
    private final Edge edge;
    private final Door door;
    private final Channel channel;
    private final RequestParser parser;
    private final Head head;
    private final Exchange exchange;
    private final Deadline deadline;
    private final long openedNanos;
    private State state = State.HEAD;
    private @Nullable ByteBuf pending;
    private boolean parsing;
    private boolean inputEnded;
    private boolean shedding;
    private int requests;
    private long headBegan;
    private long received;
    private long lingered;

    /// A connection just accepted by that door.
    public ClientConnection(Loop loop, Edge edge, Door door, Channel channel) {
        this.loop = loop;
        this.edge = edge;
        this.door = door;
        this.channel = channel;
        this.head = new Head(loop.slabs());
        this.parser = new RequestParser(door.limits(edge.snapshot().settings()));
        this.deadline = new Deadline(loop.deadlines(), this);
        this.openedNanos = loop.nanos();
        this.exchange = new Exchange(loop, edge, this, head);
    }

    /// The loop it lives on.
    public Loop loop() {
        return loop;
    }

    Door door() {
        return door;
    }

    Channel channel() {
        return channel;
    }

    int requests() {
        return requests;
    }

    long openedNanos() {
        return openedNanos;
    }

    /// When the first octets of the present head came, 0 when they came all at once.
    long headBegan() {
        return headBegan;
    }

    /// Octets read and not yet used, null when there are none.
    @Nullable ByteBuf pending() {
        return pending;
    }

    boolean inputEnded() {
        return inputEnded;
    }

    /// Octets received on this connection so far.
    long received() {
        return received;
    }

    /// Whether it waits for a request without an octet of one.
    public boolean isIdle() {
        return state == State.HEAD && !parser.started();
    }

    /// Ends it as soon as no request is running on it.
    public void drain() {
        shedding = true;
        if (isIdle() && requests > 0) channel.close();
    }

    /// Makes room for others.
    public void shed() {
        channel.close();
    }

    boolean draining() {
        return shedding || edge.draining();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        deadline.set(loop.nanos(), edge.snapshot().settings().limits().headTimeout().toNanos());
        channel.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        received += in.readableBytes();
        switch (state) {
            case HEAD -> {
                keep(in);
                parse();
            }
            case EXCHANGE -> {
                keep(in);
                exchange.clientOctets();
            }
            case LINGER -> {
                lingered += in.readableBytes();
                in.release();
                if (lingered > LINGER_OCTETS) channel.close();
            }
            case CLOSED -> in.release();
        }
    }

    private void keep(ByteBuf in) {
        ByteBuf before = pending;
        if (before == null) {
            pending = in;
            return;
        }
        ByteBuf both = channel.alloc().directBuffer(before.readableBytes() + in.readableBytes());
        both.writeBytes(before).writeBytes(in);
        before.release();
        in.release();
        pending = both;
    }

    /// Gives back what is pending once all of it has been used.
    void used() {
        ByteBuf octets = pending;
        if (octets == null || octets.isReadable()) return;
        pending = null;
        octets.release();
    }

    /// Reads requests as long as there are octets and no exchange runs.
    private void parse() {
        if (parsing) return;
        parsing = true;
        while (state == State.HEAD && pending != null) step(pending);
        parsing = false;
    }

    private void step(ByteBuf in) {
        boolean fresh = !parser.started() && in.isReadable();
        switch (parser.parse(in, head)) {
            case MORE -> {
                used();
                if (fresh) {
                    headBegan = loop.nanos();
                    deadline.set(
                            headBegan, edge.snapshot().settings().limits().headTimeout().toNanos());
                }
            }
            case DONE -> {
                used();
                begin();
                exchange.begin();
            }
            case BROKEN -> {
                begin();
                exchange.malformed(parser.violation());
            }
        }
    }

    private void begin() {
        state = State.EXCHANGE;
        requests++;
        deadline.disarm();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        resume();
    }

    /// Reads on if anybody wants octets now.
    void resume() {
        boolean wanted =
                switch (state) {
                    case HEAD, LINGER -> true;
                    case EXCHANGE -> exchange.wantsClientOctets();
                    case CLOSED -> false;
                };
        if (wanted && !inputEnded) channel.read();
    }

    /// Queues octets for the client. Ownership goes with them.
    void write(ByteBuf octets) {
        channel.write(octets, channel.voidPromise());
    }

    void flush() {
        channel.flush();
    }

    boolean isWritable() {
        return channel.isWritable();
    }

    /// Whether all that was written is in the kernel's hands.
    boolean drained() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null || waiting.isEmpty();
    }

    /// A figure that changes whenever the kernel takes octets.
    long progress() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.currentProgress() - waiting.totalPendingWriteBytes();
    }

    void onceFlushed(Runnable then) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> then.run());
    }

    /// The exchange is over and all of its answer is in the kernel: the next request may come.
    void next() {
        if (state != State.EXCHANGE) return;
        state = State.HEAD;
        headBegan = 0;
        parser.reset();
        head.clear();
        if (pending == null) head.release();
        if (inputEnded && pending == null) {
            channel.close();
            return;
        }
        deadline.set(loop.nanos(), edge.keepAliveNanos());
        parse();
        if (state == State.HEAD) resume();
    }

    /// Closes after the answer has reached the kernel; listens on a moment where octets may still
    /// be under way.
    void closeGently() {
        if (state == State.CLOSED) return;
        boolean quiet =
                inputEnded || (exchange.requestDone() && pending == null && !head.persistent());
        state = State.LINGER;
        dropPending();
        if (quiet && drained()) {
            channel.close();
            return;
        }
        deadline.set(
                loop.nanos(),
                LINGER_NANOS + edge.snapshot().settings().limits().sendStall().toNanos());
        onceFlushed(() -> {
            if (quiet || !(channel instanceof DuplexChannel duplex)) {
                channel.close();
                return;
            }
            duplex.shutdownOutput();
            deadline.set(loop.nanos(), LINGER_NANOS);
            resume();
        });
    }

    /// Closes by RST: whoever reads must see that the answer was cut.
    void reset() {
        if (channel.isActive() && !(channel instanceof io.netty.channel.unix.DomainSocketChannel)) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
        close();
    }

    /// Closes at once.
    void close() {
        channel.close();
    }

    private void dropPending() {
        ByteBuf octets = pending;
        pending = null;
        if (octets != null) octets.release();
    }

    @Override
    public void expired(long now) {
        switch (state) {
            case HEAD -> {
                if (!parser.started()) {
                    channel.close();
                    return;
                }
                begin();
                exchange.headTimeout();
            }
            case LINGER -> channel.close();
            case EXCHANGE, CLOSED -> {}
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof ChannelInputShutdownEvent) || inputEnded) return;
        inputEnded = true;
        switch (state) {
            case HEAD, LINGER -> channel.close();
            case EXCHANGE -> exchange.clientEnded();
            case CLOSED -> {}
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (state == State.EXCHANGE && channel.isWritable()) exchange.clientWritable();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof java.io.IOException)) edge.bug(cause);
        channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        boolean running = state == State.EXCHANGE;
        state = State.CLOSED;
        if (running) exchange.clientGone();
        dropPending();
        deadline.remove();
        exchange.dispose();
        head.release();
        edge.closed(this);
    }
}

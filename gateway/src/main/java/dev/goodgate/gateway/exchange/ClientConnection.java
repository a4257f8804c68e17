package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.loop.Deadline;
import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.loop.Output;
import dev.goodgate.http.Head;
import dev.goodgate.http.RequestParser;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/// One connection from a client. Reads heads and hands each request to its one, reused [Exchange]; between requests it
/// holds neither slab nor buffer.
///
///     HEAD ──whole head──▶ EXCHANGE ──over, keep──▶ HEAD
///       │                     └──over, close──▶ LINGER ──FIN or 2 s──▶ CLOSED
///       └──timeout, FIN──▶ CLOSED
public final class ClientConnection extends ChannelInboundHandlerAdapter
        implements Deadline.Expiry {
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
    private final Input input;
    private final Output output;
    private final Head head;
    private final Deadline deadline;
    private final LingeringClose lingering;
    private final long openedNanos;
    private State state = State.HEAD;
    private Snapshot agreed;
    private RequestParser parser;
    private Exchange exchange;
    private boolean parsing;
    private boolean shedding;
    private boolean closing;
    private int requests;
    private long headBegan;

    /// A connection just accepted by that door.
    public ClientConnection(Loop loop, Edge edge, Door door, Channel channel) {
        this.loop = loop;
        this.edge = edge;
        this.door = door;
        this.channel = channel;
        this.input = new Input(channel);
        this.output = new Output(channel);
        this.head = new Head(loop.slabs());
        this.agreed = edge.snapshot();
        this.parser = new RequestParser(door.limits(agreed.settings()));
        this.deadline = new Deadline(loop.deadlines(), this);
        this.lingering = new LingeringClose(this, loop, deadline);
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

    Input input() {
        return input;
    }

    Output output() {
        return output;
    }

    /// Whether it waits for a request without an octet of one.
    public boolean isIdle() {
        return state == State.HEAD && !parser.started();
    }

    /// Ends it as soon as no request is running on it.
    public void drain() {
        shedding = true;
        if (isIdle() && requests > 0) close();
    }

    /// Makes room for others.
    public void shed() {
        close();
    }

    boolean draining() {
        return shedding || edge.draining();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        deadline.set(loop.nanos(), edge.snapshot().settings().limits().headTimeout().toNanos());
        resume();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf in = (ByteBuf) message;
        switch (closing ? State.CLOSED : state) {
            case HEAD -> {
                input.add(in);
                parse();
            }
            case EXCHANGE -> {
                input.add(in);
                exchange.clientOctets();
            }
            case LINGER -> lingering.listen(in);
            case CLOSED -> in.release();
        }
    }

    /// Reads requests as long as there are octets and no exchange runs.
    private void parse() {
        if (parsing) return;
        parsing = true;
        ByteBuf in = input.pending();
        while (state == State.HEAD && !closing && in != null) {
            step(in);
            in = input.pending();
        }
        parsing = false;
    }

    private void step(ByteBuf in) {
        boolean fresh = !parser.started() && in.isReadable();
        if (fresh) agree();
        switch (parser.parse(in, head)) {
            case MORE -> {
                input.used();
                if (fresh) {
                    headBegan = loop.nanos();
                    deadline.set(headBegan, agreed.settings().limits().headTimeout().toNanos());
                }
            }
            case DONE -> {
                input.used();
                begin();
                exchange.begin();
            }
            case BROKEN -> {
                begin();
                exchange.malformed(parser.violation());
            }
        }
    }

    /// A request goes by the settings in force when its first octet is seen.
    private void agree() {
        Snapshot now = edge.snapshot();
        if (now == agreed) return;
        agreed = now;
        parser = new RequestParser(door.limits(now.settings()));
        exchange.dispose();
        exchange = new Exchange(loop, edge, this, head);
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
                switch (closing ? State.CLOSED : state) {
                    case HEAD, LINGER -> true;
                    case EXCHANGE -> exchange.wantsClientOctets();
                    case CLOSED -> false;
                };
        if (wanted && !input.ended()) channel.read();
    }

    /// The exchange is over and all of its answer is in the kernel: the next request may come.
    void next() {
        if (state != State.EXCHANGE) return;
        state = State.HEAD;
        headBegan = 0;
        parser.reset();
        head.clear();
        if (input.pending() == null) head.release();
        if (input.ended() && input.pending() == null) {
            close();
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
        boolean bare = exchange.requestDone() && input.pending() == null && !head.persistent();
        state = State.LINGER;
        input.drop();
        long stall = edge.snapshot().settings().limits().sendStall().toNanos();
        lingering.begin(input.ended() || bare, stall);
    }

    /// Closes by RST: whoever reads must see that the answer was cut.
    void reset() {
        output.cut();
        close();
    }

    /// Closes at once. Where the kernel reads for us, a read that is asked for after this would put
    /// the close off until the client says something.
    void close() {
        closing = true;
        channel.close();
    }

    @Override
    public void expired(long now) {
        switch (state) {
            case HEAD -> {
                if (parser.started()) {
                    begin();
                    exchange.headTimeout();
                } else close();
            }
            case LINGER -> close();
            case EXCHANGE, CLOSED -> {}
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof ChannelInputShutdownEvent) || input.ended() || closing) return;
        input.end();
        switch (state) {
            case HEAD, LINGER -> close();
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
        close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        boolean running = state == State.EXCHANGE;
        state = State.CLOSED;
        if (running) exchange.clientGone();
        input.drop();
        deadline.remove();
        exchange.dispose();
        head.release();
        edge.closed(this);
    }
}

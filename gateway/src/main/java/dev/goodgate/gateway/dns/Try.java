package dev.goodgate.gateway.dns;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One question sent once to one server: over UDP from a port and with an id of its own (RFC 5452),
/// over TCP when the datagram was too short. Foreign replies are dropped and waiting goes on. Runs
/// on the resolver's loop. Never throws: a server out of reach is [Answered#unreachable].
final class Try {
    private static final int RECEIVE = 4096;
    private static final SecureRandom IDS = new SecureRandom();

    /// What is asked, and how many addresses of the answer are kept.
    record Query(String wire, int type, boolean edns, int keep) {}

    /// Told what came of a try; a reply may come after another one, until the try is closed.
    interface Answered {
        void reply(Try of, Reply reply);

        void unreachable(Try of);
    }

    private final Sockets sockets;
    private final InetSocketAddress server;
    private final Query query;
    private final Answered answered;
    private final int id = IDS.nextInt(1 << 16);
    private @Nullable Channel channel;
    private boolean closed;
    private boolean truncated;

    Try(Sockets sockets, InetSocketAddress server, Query query, Answered answered) {
        this.sockets = sockets;
        this.server = server;
        this.query = query;
        this.answered = answered;
    }

    InetSocketAddress server() {
        return server;
    }

    Query query() {
        return query;
    }

    /// Whether the datagram was cut and TCP was tried.
    boolean truncated() {
        return truncated;
    }

    void start() {
        open(bootstrap(new Datagrams()).channelFactory(sockets.datagram()), this::write);
    }

    void close() {
        closed = true;
        Channel open = channel;
        if (open != null && open.isRegistered()) end(open);
    }

    private static void end(Channel channel) {
        ChannelFuture _ = channel.close();
    }

    private Bootstrap bootstrap(ChannelInboundHandlerAdapter handler) {
        return new Bootstrap().group(sockets.loop()).handler(handler);
    }

    private void open(Bootstrap bootstrap, BiConsumer<Channel, ByteBuf> write) {
        if (closed) return;
        bootstrap.option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(RECEIVE));
        ChannelFuture connect = bootstrap.connect(server);
        channel = connect.channel();
        connect.addListener(_ -> onLoop(() -> connected(connect, write)));
    }

    /// A channel that could not even be made tells so on a thread of Netty's own.
    private void onLoop(Runnable work) {
        if (sockets.loop().inEventLoop()) work.run();
        else sockets.loop().execute(work);
    }

    private void connected(ChannelFuture connect, BiConsumer<Channel, ByteBuf> write) {
        Channel open = connect.channel();
        if (closed) {
            end(open);
        } else if (connect.isSuccess()) {
            write.accept(
                    open,
                    Message.question(open.alloc(), id, query.wire(), query.type(), query.edns()));
        } else {
            failed();
        }
    }

    private void write(Channel open, ByteBuf question) {
        open.writeAndFlush(question).addListener(sent -> failedUnless(sent.isSuccess()));
    }

    private void writeFramed(Channel open, ByteBuf question) {
        ByteBuf framed = open.alloc().buffer(2 + question.readableBytes());
        framed.writeShort(question.readableBytes()).writeBytes(question);
        question.release();
        write(open, framed);
    }

    private void failedUnless(boolean fine) {
        if (!fine) failed();
    }

    private void failed() {
        if (closed) return;
        close();
        answered.unreachable(this);
    }

    private void read(ByteBuf in) {
        if (closed) return;
        Reply reply = Message.read(in, id, query.wire(), query.type(), query.keep());
        if (!(reply instanceof Reply.Foreign)) answered.reply(this, reply);
    }

    /// Asks the same over TCP, instead of the datagram that was cut.
    void overStream() {
        truncated = true;
        Channel datagrams = channel;
        open(bootstrap(new Stream()).channelFactory(sockets.stream()), this::writeFramed);
        if (datagrams != null) end(datagrams);
    }

    private final class Datagrams extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (message instanceof ByteBufHolder packet && context.channel().equals(channel)) {
                    read(packet.content());
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            if (context.channel().equals(channel)) failed();
        }
    }

    /// Collects one message of two length octets and content (RFC 1035 section 4.2.2).
    private final class Stream extends ChannelInboundHandlerAdapter {
        private @Nullable ByteBuf gathered;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf all = gathered == null ? context.alloc().buffer() : gathered;
            gathered = all;
            try {
                if (message instanceof ByteBuf more) all.writeBytes(more);
            } finally {
                ReferenceCountUtil.release(message);
            }
            if (all.readableBytes() < 2) return;
            int length = all.getUnsignedShort(all.readerIndex());
            if (all.readableBytes() >= 2 + length) {
                read(all.slice(all.readerIndex() + 2, length));
                failed();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (gathered != null) gathered.release();
            gathered = null;
            failed();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            failed();
        }
    }
}

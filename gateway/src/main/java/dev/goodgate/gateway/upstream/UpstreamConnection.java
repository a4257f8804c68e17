package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.loop.Loop;
import dev.goodgate.gateway.loop.Output;
import dev.goodgate.gateway.loop.Vigilance;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import io.netty.channel.unix.UnixChannel;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/// One connection to an endpoint. Lives on one loop for ever: busy for one [Carrier], idle in that
/// loop's stack, or closed. Holds one permit of its endpoint until it is closed.
///
/// A FIN or a RST ends an idle one at once. Stray octets do so too where the transport tells us
/// when we may read. Where the kernel reads for us (io_uring) none is asked for while idle: octets
/// that nobody asked for must lie in the socket, where [Poll] sees them, and not in a completion
/// that has yet to be looked at.
public final class UpstreamConnection extends ChannelInboundHandlerAdapter {
    private final Loop loop;
    private final LiveUpstream live;
    private final Endpoint endpoint;
    private final String address;
    private final Idleness idleness;
    @Nullable UpstreamConnection older;
    @Nullable UpstreamConnection younger;
    private @Nullable Carrier carrier;
    private @Nullable Channel opened;
    private @Nullable Output output;
    private boolean closed;
    private boolean failed;
    private boolean deaf;
    private boolean timedOut;
    private boolean relieved;
    private boolean writing;
    private boolean reading;
    private boolean wanted;
    private boolean octetsHanded;
    private long exchanges;

    UpstreamConnection(Loop loop, LiveUpstream live, Endpoint endpoint, String address) {
        this.loop = loop;
        this.live = live;
        this.endpoint = endpoint;
        this.address = address;
        this.idleness = new Idleness(this, loop, endpoint);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        opened = context.channel();
        output = new Output(context.channel());
    }

    private Channel channel() {
        return java.util.Objects.requireNonNull(
                opened, "channel: none before the handler is added");
    }

    /// Its outgoing direction; writes of an exchange go through [#write] and [#flush].
    public Output output() {
        return java.util.Objects.requireNonNull(output, "output: none before the handler is added");
    }

    /// The endpoint it belongs to.
    public Endpoint endpoint() {
        return endpoint;
    }

    /// `ip:port` or the socket's path.
    public String address() {
        return address;
    }

    /// The upstream's address, null for a unix socket.
    @Nullable InetAddress inetAddress() {
        return channel().remoteAddress() instanceof InetSocketAddress tcp ? tcp.getAddress() : null;
    }

    /// Our side's address.
    public SocketAddress local() {
        return channel().localAddress();
    }

    /// Exchanges it has begun; 1 for the first.
    public long exchanges() {
        return exchanges;
    }

    /// Since when it lay idle before the present exchange, in the loop's nanoseconds.
    public long idleSince() {
        return idleness.since();
    }

    /// Takes it for one exchange.
    public void occupy(Carrier carrier) {
        this.carrier = carrier;
        exchanges++;
        octetsHanded = false;
        deaf = false;
    }

    /// Whether nothing has arrived on it while it lay idle. Costs one system call where descriptors
    /// can be polled.
    boolean silent() {
        if (closed || failed || !channel().isActive()) return false;
        return !(channel() instanceof UnixChannel descriptor)
                || loop.poll().silent(descriptor.fd().intValue());
    }

    /// Queues octets. Ownership goes with them.
    public void write(ByteBuf octets) {
        output().write(octets);
    }

    /// Hands queued octets to the kernel. A failure is reported after this returns, by
    /// [Carrier#upstreamDeaf].
    public void flush() {
        writing = true;
        output().flush();
        writing = false;
        if (!octetsHanded) octetsHanded = submitted() || progressed();
        if (deaf) loop.executor().execute(this::tellDeaf);
        if (relieved) loop.executor().execute(this::tellWritable);
        relieved = false;
    }

    /// Where the kernel takes writes later than we are told, every write counts as taken.
    private boolean submitted() {
        return loop.transport().completes();
    }

    private boolean progressed() {
        return !deaf && output().begun();
    }

    /// Whether any octet of the present request may have left us.
    public boolean octetsHanded() {
        if (!octetsHanded) octetsHanded = progressed();
        return octetsHanded;
    }

    /// Asks for one more round of reading, after the present one.
    public void read() {
        wanted = true;
        if (!reading) ask();
    }

    private void ask() {
        if (!wanted || closed) return;
        wanted = false;
        channel().read();
    }

    /// Back to the idle ones, for at most that many nanoseconds; closed at once when that is not
    /// more than 0.
    public void idle(long nanos) {
        carrier = null;
        if (closed || failed || nanos <= 0 || !channel().isActive()) {
            discard();
            return;
        }
        idleness.begin(nanos);
        wanted = !loop.transport().completes();
        if (!reading) ask();
        live.idled(loop, this);
    }

    /// Out of the idle ones; true when it can be used.
    boolean wake() {
        idleness.end();
        if (silent()) return true;
        if (loop.transport().completes() && loop.poll().octetsOnly()) live.strayOctets();
        discard();
        return false;
    }

    /// Closes it; the carrier hears nothing more.
    public void discard() {
        carrier = null;
        wanted = false;
        idleness.end();
        channel().close();
    }

    /// Closes it by RST, so that the upstream cannot take what it has for a whole request.
    public void abort() {
        output().cut();
        discard();
    }

    /// TCP_INFO as `name=value` words, empty where the transport has none.
    public String tcpInfo() {
        return TcpInfo.of(channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        reading = true;
        Carrier user = carrier;
        if (user != null) {
            user.upstreamOctets((ByteBuf) message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (idleness.lasting()) live.strayOctets();
        discard();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        Carrier user = carrier;
        if (user != null) user.upstreamReadComplete();
        reading = false;
        ask();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Carrier user = carrier;
        if (user == null || !channel().isWritable()) return;
        if (writing) relieved = true;
        else user.upstreamWritable();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof ChannelOutputShutdownEvent)) return;
        deaf = true;
        if (!writing) tellDeaf();
    }

    private void tellWritable() {
        Carrier user = carrier;
        if (user != null && !closed && channel().isWritable()) user.upstreamWritable();
    }

    private void tellDeaf() {
        Carrier user = carrier;
        if (user != null && !closed) user.upstreamDeaf();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failed = true;
        if (!(cause instanceof IOException)) {
            // A bug of ours: Netty's log tells it, the exchange ends as if the upstream had reset.
            context.fireExceptionCaught(cause);
            channel().close();
        }
        String text = cause.getMessage();
        if (text != null && text.contains("timed out")) timedOut = true;
    }

    /// Whether it ended because written octets stayed unacknowledged for too long.
    public boolean timedOut() {
        return timedOut;
    }

    /// How long octets of the present request may stay unacknowledged: a body that the upstream is
    /// slow to take must not look like a dead path before its own limit is over.
    public void patience(long millis) {
        Vigilance vigilance = loop.transport().vigilance();
        if (vigilance != null) output().patience(vigilance, millis);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (closed) return;
        closed = true;
        idleness.over();
        endpoint.release();
        live.allowance().give();
        Carrier user = carrier;
        carrier = null;
        if (user != null) user.upstreamClosed(failed);
        live.freed(loop);
    }
}

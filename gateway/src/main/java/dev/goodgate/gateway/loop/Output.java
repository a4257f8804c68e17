package dev.goodgate.gateway.loop;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.unix.DomainSocketChannel;
import java.net.InetSocketAddress;

/// The outgoing direction of one connection: what is queued, how much of that the kernel has taken,
/// and the two ways to end. Made once for each connection; used on its loop only.
public final class Output {
    private final Channel channel;
    private long patience;

    /// The output of that connection.
    public Output(Channel channel) {
        this.channel = channel;
    }

    /// Queues octets. Ownership goes with them.
    public void write(ByteBuf octets) {
        channel.write(octets, channel.voidPromise());
    }

    /// Hands queued octets to the kernel.
    public void flush() {
        channel.flush();
    }

    /// Whether pending writes are under the high mark.
    public boolean isWritable() {
        return channel.isWritable();
    }

    /// Whether all that was written is in the kernel's hands.
    public boolean drained() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null || waiting.isEmpty();
    }

    /// Whether the kernel has taken all of what was written last, or some octets of what it takes
    /// now; false once the connection is over.
    public boolean begun() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting != null && (waiting.isEmpty() || waiting.currentProgress() > 0);
    }

    /// A figure that changes whenever the kernel takes octets.
    public long progress() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting == null ? 0 : waiting.currentProgress() - waiting.totalPendingWriteBytes();
    }

    /// Runs `then` when all that has been written so far has reached the kernel, or the connection
    /// is over.
    public void onceFlushed(Runnable then) {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> then.run());
    }

    /// How long, in milliseconds, octets may stay unacknowledged from now on. Without effect on a
    /// unix socket.
    public void patience(Vigilance vigilance, long millis) {
        if (millis == patience || !(channel.remoteAddress() instanceof InetSocketAddress)) return;
        patience = millis;
        channel.config().setOption(vigilance.userTimeout(), (int) millis);
    }

    /// Ends this direction by FIN; the other one stays open. False where the transport cannot.
    public boolean end() {
        if (!(channel instanceof DuplexChannel duplex)) return false;
        duplex.shutdownOutput();
        return true;
    }

    /// Makes the coming close one by RST where TCP carries the connection: what is still queued is
    /// thrown away, and whoever reads sees that it was cut.
    public void cut() {
        if (channel.isActive() && !(channel instanceof DomainSocketChannel)) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
        }
    }
}

package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.loop.Loop;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.unix.UnixChannel;
import org.jspecify.annotations.Nullable;

/// What has come from a client and has not been used yet, and whether more can come. Belongs to one
/// client connection; holds no buffer when nothing is pending.
final class Input {
    private final Channel channel;
    private @Nullable ByteBuf pending;
    private boolean ended;

    Input(Channel channel) {
        this.channel = channel;
    }

    /// Octets have come. Ownership goes with them.
    void add(ByteBuf in) {
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

    /// Octets read and not yet used, null when there are none.
    @Nullable ByteBuf pending() {
        return pending;
    }

    /// Gives back what is pending once all of it has been used.
    void used() {
        ByteBuf octets = pending;
        if (octets == null || octets.isReadable()) return;
        pending = null;
        octets.release();
    }

    /// Gives back what is pending; nobody will use it.
    void drop() {
        ByteBuf octets = pending;
        pending = null;
        if (octets != null) octets.release();
    }

    /// Whether the client has ended its direction.
    boolean ended() {
        return ended;
    }

    /// Whether a client that had ended its direction has left altogether since.
    boolean left(Loop loop) {
        return ended
                && channel instanceof UnixChannel descriptor
                && channel.isActive()
                && loop.poll().reset(descriptor.fd().intValue());
    }

    /// The client sent FIN.
    void end() {
        ended = true;
    }
}

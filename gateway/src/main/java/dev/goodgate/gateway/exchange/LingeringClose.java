package dev.goodgate.gateway.exchange;

import dev.goodgate.gateway.loop.Deadline;
import dev.goodgate.gateway.loop.Loop;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.TimeUnit;

/// The end of a client connection after our last word: we listen on for a moment, since octets that
/// meet a closed socket are answered by a RST, which could overtake the answer (RFC 9112 section
/// 9.6).
final class LingeringClose {
    /// How long and how much we listen on.
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long MOST_OCTETS = 4 << 20;

    private final ClientConnection client;
    private final Loop loop;
    private final Deadline deadline;
    private long octets;

    /// `deadline` is the connection's; when it is over, the connection closes.
    LingeringClose(ClientConnection client, Loop loop, Deadline deadline) {
        this.client = client;
        this.loop = loop;
        this.deadline = deadline;
    }

    /// Closes once the answer has reached the kernel: at once when it is `quiet`, which is to say
    /// that nothing more can come; else after listening on. A client that takes nothing is waited
    /// for that long.
    void begin(boolean quiet, long stallNanos) {
        if (quiet && client.output().drained()) {
            client.close();
            return;
        }
        deadline.set(loop.nanos(), LONGEST_NANOS + stallNanos);
        client.output().onceFlushed(() -> written(quiet));
    }

    private void written(boolean quiet) {
        if (quiet || !client.output().end()) {
            client.close();
            return;
        }
        deadline.set(loop.nanos(), LONGEST_NANOS);
        client.resume();
    }

    /// Octets came that nobody will read; released here.
    void listen(ByteBuf in) {
        octets += in.readableBytes();
        in.release();
        if (octets > MOST_OCTETS) client.close();
    }
}

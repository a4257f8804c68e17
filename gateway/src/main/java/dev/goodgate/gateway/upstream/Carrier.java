package dev.goodgate.gateway.upstream;

import io.netty.buffer.ByteBuf;

/// Who a busy upstream connection works for. Called on its loop only; never re-entered from inside
/// a write.
public interface Carrier {

    /// Octets have come; the carrier owns and releases them.
    void upstreamOctets(ByteBuf octets);

    /// The octets of this round of reading have all been handed over; whoever wants more asks for
    /// it.
    void upstreamReadComplete();

    /// The connection is over. `reset`: by RST or another error, else by FIN.
    void upstreamClosed(boolean reset);

    /// The upstream takes no more octets; what it has sent can still be read.
    void upstreamDeaf();

    /// Pending writes have fallen under the low mark.
    void upstreamWritable();
}

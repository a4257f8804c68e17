package dev.goodgate.gateway.exchange;

import static dev.goodgate.gateway.exchange.Octets.ascii;

import dev.goodgate.gateway.upstream.UpstreamConnection;
import dev.goodgate.http.ChunkedDecoder;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import dev.goodgate.http.Limits;
import dev.goodgate.http.Violation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;

/// The request body on its way upstream: decoded, counted against its limit, written in our own
/// framing, and kept in part for another try. Belongs to one client connection; reused.
final class RequestBody {
    private static final ByteBuf LAST_CHUNK =
            Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer(5).writeBytes(ascii("0\r\n\r\n")).asReadOnly());
    private static final ByteBuf CRLF =
            Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer(2).writeBytes(ascii("\r\n")).asReadOnly());

    private final Exchange exchange;
    private final ChunkedDecoder decoder;
    private final List<ByteBuf> kept = new ArrayList<>(0);
    private Framing framing = Framing.NONE;
    private long remaining;
    private long octets;
    private long limit;
    private long keep;
    private long keptOctets;
    private boolean whole = true;
    private boolean replayable = true;

    /// What a step came to.
    enum Step {
        /// Nothing more can be done now.
        WAIT,
        /// The body is complete.
        DONE,
        /// Its framing is broken.
        BROKEN,
        /// It is larger than allowed.
        TOO_LARGE
    }

    RequestBody(Exchange exchange, Limits limits) {
        this.exchange = exchange;
        decoder = new ChunkedDecoder(limits, exchange.loop().slabs());
    }

    /// The body of that head; at most `limit` octets, of which `keep` are kept for another try.
    void begin(Head head, long limit, long keep) {
        framing = head.framing();
        remaining = framing == Framing.LENGTH ? head.contentLength() : 0;
        whole = framing == Framing.NONE || (framing == Framing.LENGTH && remaining == 0);
        octets = 0;
        this.limit = limit;
        this.keep = keep;
        forget();
        replayable = true;
        if (framing == Framing.CHUNKED) decoder.reset();
    }

    /// Whether all of it has been read from the client.
    boolean whole() {
        return whole;
    }

    long octets() {
        return octets;
    }

    /// Whether what was read so far can be sent again.
    boolean replayable() {
        return replayable;
    }

    Violation violation() {
        return decoder.violation();
    }

    /// Moves what is there from the client to the upstream, as long as the upstream takes it.
    Step pump(ByteBuf in, UpstreamConnection to) {
        while (!whole && to.output().isWritable()) {
            if (framing == Framing.LENGTH) {
                int count = (int) Math.min(in.readableBytes(), remaining);
                if (count == 0) return Step.WAIT;
                remaining -= count;
                whole = remaining == 0;
                take(in.readRetainedSlice(count), to);
                continue;
            }
            switch (decoder.next(in)) {
                case DATA -> {
                    if (decoder.announced() > limit) return Step.TOO_LARGE;
                    take(in.readRetainedSlice(decoder.dataLength()), to);
                }
                case MORE -> {
                    return decoder.announced() > limit ? Step.TOO_LARGE : Step.WAIT;
                }
                case BROKEN -> {
                    return Step.BROKEN;
                }
                case END -> {
                    whole = true;
                    to.write(lastChunk());
                }
            }
        }
        return whole ? Step.DONE : Step.WAIT;
    }

    private void take(ByteBuf data, UpstreamConnection to) {
        octets += data.readableBytes();
        if (replayable) keep(data);
        send(data, to);
    }

    private void send(ByteBuf data, UpstreamConnection to) {
        if (framing == Framing.LENGTH) {
            to.write(data);
            return;
        }
        to.write(chunkHeader(data.alloc(), data.readableBytes()));
        to.write(data);
        to.write(CRLF.duplicate());
    }

    static ByteBuf chunkHeader(ByteBufAllocator alloc, int size) {
        ByteBuf header = alloc.directBuffer(10);
        chunkHeader(header, size);
        return header;
    }

    static void chunkHeader(ByteBuf out, int size) {
        int digits = Math.max(1, (35 - Integer.numberOfLeadingZeros(size)) / 4);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            int digit = size >>> shift & 15;
            out.writeByte(digit < 10 ? '0' + digit : 'a' + digit - 10);
        }
        out.writeByte('\r').writeByte('\n');
    }

    private void keep(ByteBuf data) {
        keptOctets += data.readableBytes();
        if (keptOctets > keep) {
            replayable = false;
            release();
            return;
        }
        kept.add(data.retainedDuplicate());
    }

    /// Sends again what had been read for an earlier try, if there was one.
    void replay(UpstreamConnection to) {
        for (ByteBuf each : kept) send(each.retainedDuplicate(), to);
        if (whole && framing == Framing.CHUNKED) to.write(lastChunk());
    }

    /// The end of our chunks, with the trailer fields the route lets through.
    private ByteBuf lastChunk() {
        return exchange.route().forwardsTrailers()
                ? Trailers.upstream(decoder.trailers(), exchange)
                : LAST_CHUNK.duplicate();
    }

    /// No further try will come: what was kept may go, and nothing more is kept.
    void forget() {
        replayable = false;
        release();
    }

    /// The exchange is over: the next one finds nothing of it.
    void over() {
        forget();
        if (framing == Framing.CHUNKED) decoder.release();
    }

    private void release() {
        if (kept.isEmpty()) {
            keptOctets = 0;
            return;
        }
        kept.forEach(ByteBuf::release);
        kept.clear();
        keptOctets = 0;
    }
}

package dev.goodgate.gateway.exchange;

import dev.goodgate.http.ChunkedDecoder;
import dev.goodgate.http.Framing;
import dev.goodgate.http.Head;
import dev.goodgate.http.Limits;
import dev.goodgate.http.Violation;
import io.netty.buffer.ByteBuf;

/// The response body on its way to the client: decoded from the upstream's framing, written in the
/// client's. Belongs to one client connection; reused.
final class ResponseBody {
    /// Up to here data is copied behind the head, so that one buffer goes to the kernel.
    static final int COPY = 8192;

    /// What our framing may add to one buffer's data: a chunk header, its end, the last chunk.
    private static final int SPARE = 24;

    private static final byte[] LAST_CHUNK = Octets.ascii("0\r\n\r\n");

    private final ClientConnection client;
    private final ChunkedDecoder decoder;
    private Framing from = Framing.NONE;
    private Framing to = Framing.NONE;
    private long remaining;
    private long octets;
    private boolean whole;
    private boolean trailersWanted;
    private boolean ended;

    ResponseBody(ClientConnection client) {
        this.client = client;
        this.decoder = new ChunkedDecoder(Limits.responses(), client.loop().slabs());
    }

    void begin(Head response, Framing framing, boolean trailers) {
        trailersWanted = trailers;
        ended = false;
        from = response.framing();
        to = framing;
        octets = 0;
        remaining = from == Framing.LENGTH ? response.contentLength() : 0;
        whole = from == Framing.NONE || (from == Framing.LENGTH && remaining == 0);
        if (from == Framing.CHUNKED) decoder.reset();
    }

    /// Whether all of it has been read from the upstream.
    boolean whole() {
        return whole;
    }

    long octets() {
        return octets;
    }

    Framing from() {
        return from;
    }

    Framing to() {
        return to;
    }

    Violation violation() {
        return decoder.violation();
    }

    /// Octets of the body that can be copied behind the head: 0 unless all that is there is small.
    int room(ByteBuf in) {
        int there = in.readableBytes();
        return there <= COPY ? there + SPARE : 0;
    }

    /// Passes on what is there. `head` takes small data in as long as it has room; false when the
    /// framing is broken.
    boolean pump(ByteBuf in, ByteBuf head) {
        boolean copy = head.writableBytes() >= in.readableBytes() + SPARE;
        while (!whole && in.isReadable()) {
            if (from != Framing.CHUNKED) {
                int count =
                        from == Framing.LENGTH
                                ? (int) Math.min(remaining, in.readableBytes())
                                : in.readableBytes();
                remaining -= count;
                whole = from == Framing.LENGTH && remaining == 0;
                data(in, count, head, copy);
                continue;
            }
            switch (decoder.next(in)) {
                case DATA -> data(in, decoder.dataLength(), head, copy);
                case MORE -> {
                    return true;
                }
                case BROKEN -> {
                    return false;
                }
                case END -> {
                    whole = true;
                    if (copy && to == Framing.CHUNKED && !trailersWanted) {
                        head.writeBytes(LAST_CHUNK);
                        ended = true;
                    }
                }
            }
        }
        return true;
    }

    private void data(ByteBuf in, int count, ByteBuf head, boolean copy) {
        octets += count;
        boolean chunked = to == Framing.CHUNKED;
        if (copy) {
            if (chunked) RequestBody.chunkHeader(head, count);
            head.writeBytes(in, count);
            if (chunked) head.writeByte('\r').writeByte('\n');
            return;
        }
        if (!chunked) {
            client.output().write(in.readRetainedSlice(count));
            return;
        }
        client.output().write(RequestBody.chunkHeader(in.alloc(), count));
        client.output().write(in.readRetainedSlice(count));
        client.output().write(in.alloc().directBuffer(2).writeByte('\r').writeByte('\n'));
    }

    /// The upstream closed: for a body that ends so, that is its end.
    boolean endsByClose() {
        if (from != Framing.UNTIL_CLOSE) return false;
        whole = true;
        return true;
    }

    /// The exchange is over: the next one finds nothing of it.
    void over() {
        if (from == Framing.CHUNKED) decoder.release();
    }

    /// Ends the client's chunked coding, with the trailer fields the route lets through.
    void finish(Exchange exchange) {
        if (to != Framing.CHUNKED || ended) return;
        if (from == Framing.CHUNKED && exchange.route().forwardsTrailers()) {
            client.output().write(Trailers.downstream(decoder.trailers(), exchange));
            return;
        }
        client.output()
                .write(
                        client.channel()
                                .alloc()
                                .directBuffer(LAST_CHUNK.length)
                                .writeBytes(LAST_CHUNK));
    }
}

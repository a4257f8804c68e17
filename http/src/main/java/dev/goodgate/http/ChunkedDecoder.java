package dev.goodgate.http;

import io.netty.buffer.ByteBuf;

/// Finds the data in chunked content, strictly in both directions. RFC 9112 section 7.1.
///
/// Data is never copied: [Event#DATA] says how many readable octets of the buffer are data.
/// Extensions are checked and dropped, the trailer section is checked and kept. Incremental: the
/// work is linear in the octets however they arrive, and so is the verdict the same. Never throws
/// on octets. Owned by one connection, not thread safe.
public final class ChunkedDecoder {

    /// What [#next] found.
    public enum Event {
        /// The next [#dataLength()] readable octets are data.
        DATA,
        /// Everything readable was taken; the content goes on.
        MORE,
        /// The content and its trailer section are complete.
        END,
        /// A rule is broken; nothing more of this connection may be read.
        BROKEN
    }

    private enum Stage {
        LINE,
        DATA,
        DATA_CR,
        DATA_LF,
        AFTER_LAST,
        FINAL_LF,
        TRAILERS,
        END,
        BROKEN
    }

    private final Breach breach = new Breach();
    private final ChunkLine line;
    private final FieldLines fields;
    private final Head trailers;
    private Stage stage = Stage.LINE;
    private long left;
    private long announced;
    private long taken;
    private int dataLength;
    private Violation violation = RequestParser.NONE;

    /// A decoder with a pool of its own, for tests and tools.
    public ChunkedDecoder(Limits limits) {
        this(limits, new HeadSlabs());
    }

    /// A decoder whose trailer section borrows from the pool of its event loop.
    public ChunkedDecoder(Limits limits, HeadSlabs slabs) {
        this.line = new ChunkLine(limits.chunkLine());
        this.fields = new FieldLines(FieldRules.TRAILER, limits, limits.trailers(), breach);
        this.trailers = new Head(slabs);
    }

    /// Takes octets of the framing out of `in` and tells what comes next. After DATA the caller
    /// takes exactly [#dataLength()] octets out of `in` before it calls again; after END and BROKEN
    /// the answer stays the same.
    public Event next(ByteBuf in) {
        if (stage == Stage.DATA) {
            left -= dataLength;
            taken += dataLength;
            dataLength = 0;
        }
        while (in.isReadable()) {
            switch (stage) {
                case LINE -> line(in);
                case DATA -> {
                    if (left > 0) {
                        dataLength = (int) Math.min(left, in.readableBytes());
                        return Event.DATA;
                    }
                    stage = Stage.DATA_CR;
                }
                case DATA_CR -> expect(in, Octets.CR, Stage.DATA_LF, Rule.CHUNK_END);
                case DATA_LF -> expect(in, Octets.LF, Stage.LINE, Rule.CHUNK_END);
                case AFTER_LAST -> afterLast(in);
                case FINAL_LF -> expect(in, Octets.LF, Stage.END, Rule.TRAILER_BARE_CR);
                case TRAILERS -> trailers(in);
                case END -> {
                    return Event.END;
                }
                case BROKEN -> {
                    return Event.BROKEN;
                }
            }
        }
        return switch (stage) {
            case END -> Event.END;
            case BROKEN -> Event.BROKEN;
            case LINE, DATA, DATA_CR, DATA_LF, AFTER_LAST, FINAL_LF, TRAILERS -> Event.MORE;
        };
    }

    private void line(ByteBuf in) {
        int from = in.readerIndex();
        int to = in.writerIndex();
        int result = ChunkLine.MORE;
        int q = from;
        while (q < to && result == ChunkLine.MORE) {
            result = line.take(in.getByte(q++));
        }
        in.readerIndex(q);
        if (result == ChunkLine.BROKEN) {
            stage = Stage.BROKEN;
            violation = new Violation(line.rule(), taken + line.faultAt(), line.octets(), "");
            return;
        }
        if (result == ChunkLine.DONE) {
            taken += line.length();
            left = line.size();
            announced += left;
            announced = announced < 0 ? Long.MAX_VALUE : announced;
            line.reset();
            stage = left > 0 ? Stage.DATA : Stage.AFTER_LAST;
        }
    }

    private void expect(ByteBuf in, byte octet, Stage next, Rule rule) {
        if (in.getByte(in.readerIndex()) == octet) {
            in.skipBytes(1);
            taken++;
            stage = next;
            return;
        }
        stage = Stage.BROKEN;
        byte[] octets = new byte[Math.min(in.readableBytes(), Violation.OCTETS)];
        in.getBytes(in.readerIndex(), octets);
        violation = new Violation(rule, taken, octets, "");
    }

    /// The empty line that mostly follows the last chunk needs no head.
    private void afterLast(ByteBuf in) {
        if (in.getByte(in.readerIndex()) == Octets.CR) {
            in.skipBytes(1);
            taken++;
            stage = Stage.FINAL_LF;
            return;
        }
        trailers.clear();
        fields.begin(0);
        stage = Stage.TRAILERS;
    }

    private void trailers(ByteBuf in) {
        trailers.fill(in, fields.cap());
        switch (fields.read(trailers)) {
            case MORE -> {}
            case DONE -> {
                trailers.done(in, fields.line());
                taken += fields.line();
                stage = Stage.END;
            }
            case BROKEN -> {
                stage = Stage.BROKEN;
                long at = taken + breach.at();
                violation =
                        Violation.cut(breach, at, trailers.slab, fields.line(), trailers.filled);
            }
        }
    }

    /// How many readable octets are data, after [Event#DATA].
    public int dataLength() {
        return dataLength;
    }

    /// How many octets of data all chunk sizes read so far announce; to be held against a limit
    /// after every [#next], before the data is. [Long#MAX_VALUE] stands for more than that.
    public long announced() {
        return announced;
    }

    /// The fields of the trailer section, after END. Valid until [#reset()] or [#release()].
    public Head trailers() {
        return trailers;
    }

    /// The broken rule, after BROKEN; its offset counts from the first chunk-size line.
    public Violation violation() {
        return violation;
    }

    /// Makes ready for the next content.
    public void reset() {
        stage = Stage.LINE;
        line.reset();
        trailers.clear();
        left = announced = taken = 0;
        dataLength = 0;
        violation = RequestParser.NONE;
    }

    /// Gives the trailers' slab back: what an idle connection does.
    public void release() {
        reset();
        trailers.release();
    }
}

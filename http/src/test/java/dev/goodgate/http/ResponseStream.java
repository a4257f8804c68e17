package dev.goodgate.http;

import dev.goodgate.http.ChunkedDecoder.Event;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/// One response and its interim ones, fed piece by piece, writing down what came of it.
final class ResponseStream {

    private final ResponseParser parser = new ResponseParser(Limits.responses());
    private final ChunkedDecoder decoder = new ChunkedDecoder(Limits.responses());
    private final Head head = new Head();
    private final ByteBuf in = Unpooled.buffer();
    private final StringBuilder log = new StringBuilder();
    private final int requestMethodId;
    private boolean inBody;
    private boolean ended;
    private boolean broken;
    private long left;

    ResponseStream(int requestMethodId) {
        this.requestMethodId = requestMethodId;
        parser.reset(requestMethodId);
    }

    void feed(byte[] octets, int from, int to) {
        in.writeBytes(octets, from, to - from);
        boolean moved = true;
        while (moved && !ended) {
            moved = inBody ? content() : head();
        }
    }

    boolean broken() {
        return broken;
    }

    Head last() {
        return head;
    }

    /// Everything that was understood; how many octets were left too, unless a rule was broken.
    String log() {
        return log + (broken ? "" : "|" + ended + in.readableBytes());
    }

    private boolean head() {
        switch (parser.parse(in, head)) {
            case MORE -> {
                return false;
            }
            case BROKEN -> {
                return refuse(parser.violation());
            }
            case DONE -> log.append(Transcript.of(head));
        }
        if (head.status() < 200 && head.status() != 101) {
            head.clear();
            parser.reset(requestMethodId);
        } else {
            inBody = true;
            left = Math.max(0, head.contentLength());
        }
        return true;
    }

    private boolean refuse(Violation violation) {
        log.append(violation.rule()).append(violation.offset()).append(violation.subject());
        ended = broken = true;
        return false;
    }

    private boolean content() {
        return switch (head.framing()) {
            case NONE -> {
                ended = true;
                yield false;
            }
            case LENGTH -> {
                int n = (int) Math.min(left, in.readableBytes());
                take(n);
                left -= n;
                ended = left == 0;
                yield false;
            }
            case UNTIL_CLOSE -> {
                take(in.readableBytes());
                yield false;
            }
            case CHUNKED -> chunks();
        };
    }

    private boolean chunks() {
        while (true) {
            Event event = decoder.next(in);
            switch (event) {
                case DATA -> take(decoder.dataLength());
                case MORE -> {
                    return false;
                }
                case END -> {
                    log.append(Transcript.of(decoder.trailers()));
                    ended = true;
                    return false;
                }
                case BROKEN -> {
                    return refuse(decoder.violation());
                }
            }
        }
    }

    private void take(int length) {
        log.append(in.readCharSequence(length, StandardCharsets.ISO_8859_1));
    }
}

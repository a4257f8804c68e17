package dev.goodgate.http;

import dev.goodgate.http.ChunkedDecoder.Event;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One client connection as the attack harness sees it: parser, decoder, views and a small routing
/// in the order of the policy, fed piece by piece, writing down what came of it.
final class RequestStream {

    /// What an upstream would get of one accepted request.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Accepted(String method, String target, String host, byte[] body, int trailers) {}

    private static final int MOST_BODY = 8 << 20;
    private static final Set<String> HOSTS = Set.of("good.test", "www.good.test");

    private final RequestParser parser = new RequestParser(Limits.requests().withStrictPath(true));
    private final ChunkedDecoder decoder = new ChunkedDecoder(Limits.requests());
    private final Head head = new Head();
    private final ByteBuf in = Unpooled.buffer();
    private final List<Integer> statuses = new ArrayList<>();
    private final List<Accepted> accepted = new ArrayList<>();
    private final StringBuilder log = new StringBuilder();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean inBody;
    private boolean closed;
    private String target = "";

    void feed(byte[] octets, int from, int to) {
        in.discardReadBytes().writeBytes(octets, from, to - from);
        boolean moved = true;
        while (moved && !closed) {
            moved = inBody ? content() : head();
        }
    }

    /// The statuses answered; 408 last where the client owes something.
    List<Integer> end() {
        if (!closed && (inBody || parser.started() || statuses.isEmpty())) {
            statuses.add(408);
            closed = true;
        }
        return statuses;
    }

    List<Accepted> accepted() {
        return accepted;
    }

    boolean closed() {
        return closed;
    }

    /// Everything that was understood, to be compared between two ways of cutting the octets.
    String log() {
        return log.toString();
    }

    private boolean head() {
        Progress progress = parser.parse(in, head);
        if (progress == Progress.MORE) {
            return false;
        }
        if (progress == Progress.BROKEN) {
            Violation violation = parser.violation();
            log.append(violation.rule()).append(violation.offset());
            return refuse(violation.rule().status());
        }
        log.append(Transcript.of(head));
        int status = route();
        if (status != 200) {
            return refuse(status);
        }
        inBody = true;
        return true;
    }

    private boolean refuse(int status) {
        statuses.add(status);
        closed = true;
        return false;
    }

    private int route() {
        if (head.methodId() == Method.CONNECT) {
            return 405;
        }
        if (head.unknownExpectation()) {
            return 417;
        }
        if (head.methodId() == Method.TRACE) {
            return 405;
        }
        String raw = head.text(head.pathStart(), head.pathEnd());
        raw = raw.isEmpty() ? "/" : raw;
        boolean denied = denied(raw);
        String forwarded = raw;
        if (!head.plainPath()) {
            switch (PathViews.of(head.octets(), head.pathStart(), head.pathEnd())) {
                case PathViews.Refused(var violation) -> {
                    log.append(violation.rule());
                    return violation.rule().status();
                }
                case PathViews.Views(var sent, var decoded, var without) -> {
                    forwarded = Wire.text(sent);
                    denied |= denied(Wire.text(decoded)) || denied(Wire.text(without));
                }
            }
        }
        target = forwarded + head.text(head.queryStart(), head.queryEnd());
        String host = head.text(head.hostStart(), head.hostEnd()).toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && !HOSTS.contains(host)) {
            return 421;
        }
        if (denied) {
            return 403;
        }
        return head.contentLength() > MOST_BODY ? 413 : 200;
    }

    private static boolean denied(String path) {
        return path.matches("(?s)/+__deny(?:[/;%].*)?");
    }

    private boolean content() {
        if (head.framing() != Framing.CHUNKED) {
            long length = Math.max(0, head.contentLength());
            if (in.readableBytes() < length) {
                return false;
            }
            take((int) length);
            return accept(0);
        }
        while (true) {
            Event event = decoder.next(in);
            if (decoder.announced() > MOST_BODY) {
                return refuse(413);
            }
            switch (event) {
                case DATA -> take(decoder.dataLength());
                case MORE -> {
                    return false;
                }
                case END -> {
                    log.append(Transcript.of(decoder.trailers()));
                    return accept(decoder.trailers().fieldCount());
                }
                case BROKEN -> {
                    log.append(decoder.violation().rule()).append(decoder.violation().offset());
                    return refuse(decoder.violation().rule().status());
                }
            }
        }
    }

    private void take(int length) {
        byte[] octets = new byte[length];
        in.readBytes(octets);
        body.writeBytes(octets);
    }

    private boolean accept(int trailers) {
        String method = head.text(head.methodStart(), head.methodEnd());
        String host = head.text(head.hostStart(), head.hostEnd()).toLowerCase(Locale.ROOT);
        accepted.add(new Accepted(method, target, host, body.toByteArray(), trailers));
        log.append(Wire.text(body.toByteArray())).append('|');
        statuses.add(200);
        closed = !head.persistent();
        body.reset();
        inBody = false;
        parser.reset();
        decoder.reset();
        head.clear();
        return true;
    }
}

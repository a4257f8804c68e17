package dev.goodgate.http;

import io.netty.buffer.ByteBuf;

/// Reads one request head after another, strictly. RFC 9112 sections 2 to 6; RFC 9110 section 7.
///
/// Incremental: the work is linear in the octets however they arrive, and so is the verdict the
/// same. In steady state nothing is allocated. Never throws on octets. Owned by one connection, not
/// thread safe.
///
/// What needs a route is left to the caller, in this order after DONE: unknown expectations, TRACE
/// and CONNECT, the views of the path, the host, denied paths, the size of the content.
public final class RequestParser {

    private enum Stage {
        EMPTY_LINES,
        REQUEST_LINE,
        FIELDS,
        DONE,
        BROKEN
    }

    private final Limits limits;
    private final Breach breach = new Breach();
    private final RequestLine line;
    private final FieldLines fields;
    private final RequestRules rules;
    private Stage stage = Stage.EMPTY_LINES;
    private int emptyLines;
    private int skipped;
    private boolean afterCr;
    private Violation violation = NONE;

    static final Violation NONE = new Violation(Rule.FIRST_OCTET, 0, Head.EMPTY);

    /// A parser for one connection.
    public RequestParser(Limits limits) {
        this.limits = limits;
        this.line = new RequestLine(limits, breach);
        this.fields = new FieldLines(FieldRules.REQUEST, limits, limits.head(), breach);
        this.rules = new RequestRules(limits, breach);
    }

    /// Takes octets of the head out of `in`, and none behind it, and tells how far it got.
    ///
    /// The same head is given until the answer is not MORE; it is cleared first where it has to be.
    public Progress parse(ByteBuf in, Head head) {
        if (stage == Stage.EMPTY_LINES && !begin(in, head)) {
            return stage == Stage.BROKEN ? Progress.BROKEN : Progress.MORE;
        }
        if (stage == Stage.DONE || stage == Stage.BROKEN) {
            return stage == Stage.DONE ? Progress.DONE : Progress.BROKEN;
        }
        while (true) {
            head.fill(in, stage == Stage.FIELDS ? fields.cap() : lineCap());
            Progress progress = advance(head);
            if (progress == Progress.DONE) {
                stage = Stage.DONE;
                head.done(in, fields.line());
                return progress;
            }
            if (progress == Progress.BROKEN) {
                violation = cut(head, stage == Stage.FIELDS ? fields.line() : 0);
                stage = Stage.BROKEN;
                return progress;
            }
            if (!in.isReadable()) {
                return progress;
            }
        }
    }

    private int lineCap() {
        return limits.requestLine() + 2 + limits.head() + 2;
    }

    private Progress advance(Head head) {
        if (stage == Stage.REQUEST_LINE) {
            int next = line.read(head);
            if (next <= 0) {
                return next == 0 ? Progress.MORE : Progress.BROKEN;
            }
            fields.begin(next);
            stage = Stage.FIELDS;
        }
        Progress progress = fields.read(head);
        if (progress == Progress.DONE && !rules.check(head, fields.line())) {
            return Progress.BROKEN;
        }
        return progress;
    }

    /// Skips empty lines; true when a request line begins.
    private boolean begin(ByteBuf in, Head head) {
        while (in.isReadable()) {
            byte b = in.getByte(in.readerIndex());
            if (afterCr && b != Octets.LF) {
                return refuse(in, Rule.REQUEST_BARE_CR);
            }
            if (afterCr && emptyLines++ == limits.emptyLines()) {
                return refuse(in, Rule.EMPTY_LINES);
            }
            if (!afterCr && b != Octets.CR) {
                if (b <= ' ' || b == 127) {
                    return refuse(in, Rule.FIRST_OCTET);
                }
                if (head.filled > 0) {
                    head.clear();
                }
                line.reset();
                stage = Stage.REQUEST_LINE;
                return true;
            }
            afterCr = !afterCr;
            in.skipBytes(1);
            skipped++;
        }
        return false;
    }

    private boolean refuse(ByteBuf in, Rule rule) {
        stage = Stage.BROKEN;
        byte[] octets = new byte[Math.min(in.readableBytes(), Violation.OCTETS)];
        in.getBytes(in.readerIndex(), octets);
        violation = new Violation(rule, skipped, octets);
        return false;
    }

    private Violation cut(Head head, int from) {
        return Violation.cut(breach, (long) skipped + breach.at(), head.slab, from, head.filled);
    }

    /// Whether an octet of a request line has been seen; empty lines do not count.
    public boolean started() {
        return stage != Stage.EMPTY_LINES;
    }

    /// The broken rule, after BROKEN.
    public Violation violation() {
        return violation;
    }

    /// Makes ready for the next request of the connection.
    public void reset() {
        stage = Stage.EMPTY_LINES;
        emptyLines = skipped = 0;
        afterCr = false;
        violation = NONE;
    }
}

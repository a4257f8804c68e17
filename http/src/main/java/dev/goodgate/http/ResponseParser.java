package dev.goodgate.http;

import io.netty.buffer.ByteBuf;

/// Reads one response head after another and repairs what RFC 9112 lets a proxy repair; see
/// [Repair].
///
/// Octets that can be no status line are refused at the first one that shows it. Incremental: the
/// work is linear in the octets however they arrive, and so is the verdict the same. In steady
/// state nothing is allocated. Never throws on octets. Owned by one connection, not thread safe.
public final class ResponseParser {

    private enum Stage {
        STATUS_LINE,
        FIELDS,
        DONE,
        BROKEN
    }

    private final Limits limits;
    private final Breach breach = new Breach();
    private final StatusLine line;
    private final FieldLines fields;
    private final ResponseRules rules;
    private Stage stage = Stage.STATUS_LINE;
    private boolean started;
    private int requestMethodId = Method.GET;
    private Violation violation = RequestParser.NONE;

    /// A parser for one connection; the first response answers GET unless [#reset] says otherwise.
    public ResponseParser(Limits limits) {
        this.limits = limits;
        this.line = new StatusLine(limits, breach);
        this.fields = new FieldLines(FieldRules.RESPONSE, limits, limits.head(), breach);
        this.rules = new ResponseRules(breach);
    }

    /// Takes octets of the head out of `in`, and none behind it, and tells how far it got.
    ///
    /// The same head is given until the answer is not MORE; it is cleared first where it has to be.
    public Progress parse(ByteBuf in, Head head) {
        if (stage == Stage.DONE || stage == Stage.BROKEN) {
            return stage == Stage.DONE ? Progress.DONE : Progress.BROKEN;
        }
        if (!started && in.isReadable()) {
            started = true;
            if (head.filled > 0) {
                head.clear();
            }
        }
        while (in.isReadable()) {
            head.fill(in, stage == Stage.FIELDS ? fields.cap() : lineCap());
            Progress progress = advance(head);
            if (progress == Progress.DONE) {
                stage = Stage.DONE;
                head.done(in, fields.line());
                return progress;
            }
            if (progress == Progress.BROKEN) {
                int from = stage == Stage.FIELDS ? fields.line() : 0;
                violation = Violation.cut(breach, breach.at(), head.slab, from, head.filled);
                stage = Stage.BROKEN;
                return progress;
            }
        }
        return Progress.MORE;
    }

    private int lineCap() {
        return limits.requestLine() + 2 + limits.head() + 2;
    }

    private Progress advance(Head head) {
        if (stage == Stage.STATUS_LINE) {
            int next = line.read(head);
            if (next <= 0) {
                return next == 0 ? Progress.MORE : Progress.BROKEN;
            }
            fields.begin(next);
            stage = Stage.FIELDS;
        }
        Progress progress = fields.read(head);
        if (progress == Progress.DONE && !rules.check(head, requestMethodId)) {
            return Progress.BROKEN;
        }
        return progress;
    }

    /// Whether an octet of the response has been seen.
    public boolean started() {
        return started;
    }

    /// The broken rule, after BROKEN.
    public Violation violation() {
        return violation;
    }

    /// Makes ready for the next response, which answers a request with this method of [Method]; so
    /// also after an interim response, for the one that follows it.
    public void reset(int requestMethodId) {
        this.requestMethodId = requestMethodId;
        stage = Stage.STATUS_LINE;
        started = false;
        line.reset();
        violation = RequestParser.NONE;
    }
}

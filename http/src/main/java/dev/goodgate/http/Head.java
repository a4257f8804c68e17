package dev.goodgate.http;

import io.netty.buffer.ByteBuf;

/// A message head, or a trailer section, that owns its octets: a slab and an index of spans.
///
/// Filled by a parser, then read. Spans are positions in [#octets()] and valid until [#clear()] or
/// [#release()]. Octets live on the heap; a cleared head is used again without allocation. Not
/// thread safe: the exchange, and so one event loop, owns it.
public final class Head {

    static final byte[] EMPTY = new byte[0];

    /// A slab up to this size stays with a cleared head.
    private static final int SMALL = 4 << 10;

    private final HeadSlabs slabs;
    byte[] slab = EMPTY;
    int filled;
    final FieldIndex fields = new FieldIndex();

    int end;
    int methodId;
    int methodEnd;
    int minor;
    final Target target = new Target();
    int status;
    int reasonStart;
    int reasonEnd;
    Framing framing = Framing.NONE;
    long contentLength;
    int options;
    int repairs;

    /// A head with a pool of its own, for tests and tools.
    public Head() {
        this(new HeadSlabs());
    }

    /// A head that borrows from the pool of its event loop.
    public Head(HeadSlabs slabs) {
        this.slabs = slabs;
        clear();
    }

    /// The slab; what is outside the spans of this head means nothing. Never written by others.
    public byte[] octets() {
        return slab;
    }

    /// Octets of the head as received, from the start line to the final line end. Of a head that
    /// was refused: the octets read so far.
    public int length() {
        return end > 0 ? end : filled;
    }

    /// A constant of [Method].
    public int methodId() {
        return methodId;
    }

    /// Where the method begins.
    public int methodStart() {
        return 0;
    }

    /// Where the method ends.
    public int methodEnd() {
        return methodEnd;
    }

    /// The minor version: 1 of HTTP/1.1.
    public int minor() {
        return minor;
    }

    /// Where the request-target begins.
    public int targetStart() {
        return target.start;
    }

    /// Where the request-target ends.
    public int targetEnd() {
        return target.end;
    }

    /// Where the host begins, without port: of an absolute-form, else of Host. Equal to the end
    /// when there is none, as HTTP/1.0 allows.
    public int hostStart() {
        return target.hostStart;
    }

    /// Where the host ends; root dots (`good.test.`) are left out.
    public int hostEnd() {
        return target.hostEnd;
    }

    /// Where the authority, `host` or `host:port` as received, begins.
    public int authorityStart() {
        return target.authorityStart;
    }

    /// Where the authority ends.
    public int authorityEnd() {
        return target.authorityEnd;
    }

    /// Where the path begins; the asterisk of `OPTIONS *` is a path.
    public int pathStart() {
        return target.pathStart;
    }

    /// Where the path ends and the query begins. Equal to the start for an absolute-form without a
    /// path, which means `/`, and for CONNECT.
    public int pathEnd() {
        return target.pathEnd;
    }

    /// Where the query begins, question mark included.
    public int queryStart() {
        return target.pathEnd;
    }

    /// Where the query ends; equal to its start when there is none.
    public int queryEnd() {
        return target.queryEnd;
    }

    /// Whether every view of the path equals the path as received: no percent-encoding, no
    /// parameter, no dot segment, no empty segment. [PathViews] tells the views of other paths.
    public boolean plainPath() {
        return target.plain;
    }

    /// The status code of a response.
    public int status() {
        return status;
    }

    /// Where the reason phrase begins.
    public int reasonStart() {
        return reasonStart;
    }

    /// Where the reason phrase ends.
    public int reasonEnd() {
        return reasonEnd;
    }

    /// How many field lines there are; they are numbered from 0 in order of arrival.
    public int fieldCount() {
        return fields.count();
    }

    /// The constant of [FieldName] for a field's name, or 0.
    public int nameId(int f) {
        return fields.nameId(f);
    }

    /// Whether a field's name has an underscore: it may be the alias of another one.
    public boolean underscored(int f) {
        return fields.underscored(f);
    }

    /// Where a field's name begins.
    public int nameStart(int f) {
        return fields.span(f, 1);
    }

    /// Where a field's name ends.
    public int nameEnd(int f) {
        return fields.span(f, 2);
    }

    /// Where a field's value begins, without the white space around it.
    public int valueStart(int f) {
        return fields.span(f, 3);
    }

    /// Where a field's value ends, without the white space around it.
    public int valueEnd(int f) {
        return fields.span(f, 4);
    }

    /// The first field with a known name, or -1.
    public int first(int nameId) {
        return fields.first(nameId);
    }

    /// The next field with the same known name, or -1.
    public int next(int f) {
        return fields.next(f);
    }

    /// Whether there is a field with a known name.
    public boolean has(int nameId) {
        return fields.has(nameId);
    }

    /// Whether the lists in all fields of a known name have this member, letters without case.
    public boolean hasToken(int nameId, String lowerToken) {
        for (int f = first(nameId); f >= 0; f = next(f)) {
            if (Lists.has(slab, valueStart(f), valueEnd(f), lowerToken)) {
                return true;
            }
        }
        return false;
    }

    /// The octets as text, each one a character. Allocates: for failure paths and tests.
    public String text(int start, int end) {
        return Violation.latin1(slab, start, end);
    }

    /// Where the content ends.
    public Framing framing() {
        return framing;
    }

    /// The length of [Framing#LENGTH]; also what a response to HEAD or a 304 announces; else -1.
    public long contentLength() {
        return contentLength;
    }

    /// Whether the connection may be used again, as version and Connection say. RFC 9112 section
    /// 9.3.
    public boolean persistent() {
        return (options & Options.PERSISTENT) != 0;
    }

    /// Whether the client waits for 100 (Continue). RFC 9110 section 10.1.1.
    public boolean expectsContinue() {
        return (options & Options.CONTINUE) != 0;
    }

    /// Whether the client expects something nobody knows: 417. RFC 9110 section 10.1.1.
    public boolean unknownExpectation() {
        return (options & Options.UNKNOWN_EXPECTATION) != 0;
    }

    /// Whether Connection names upgrade and Upgrade is `websocket` and nothing else.
    public boolean websocketUpgrade() {
        return (options & Options.WEBSOCKET) != 0;
    }

    /// Whether Connection names this field and the field may be removed for it: never Host,
    /// Content-Length or Transfer-Encoding. RFC 9110 section 7.6.1.
    public boolean nominated(int f) {
        return (options & Options.NOMINATES) != 0 && Options.nominated(this, f);
    }

    /// What was put right, as bits of [Repair]; responses only.
    public int repairs() {
        return repairs;
    }

    /// Forgets the message. A small slab stays, a large one goes back to the pool.
    public void clear() {
        if (slab.length > SMALL) {
            slabs.give(slab);
            slab = EMPTY;
        }
        fields.clear();
        filled = end = 0;
        methodId = methodEnd = minor = 0;
        target.clear();
        status = reasonStart = reasonEnd = 0;
        framing = Framing.NONE;
        contentLength = -1;
        options = repairs = 0;
    }

    /// Forgets the message and gives everything back: what an idle connection does.
    public void release() {
        clear();
        slabs.give(slab);
        slab = EMPTY;
        fields.release(slabs);
    }

    /// Takes octets out of `in`, as many as the slab has room for, at most up to `most` in all.
    void fill(ByteBuf in, int most) {
        if (filled >= slab.length - HeadSlabs.PADDING) {
            byte[] larger = slabs.take(Math.max(HeadSlabs.SMALLEST, slab.length * 2));
            System.arraycopy(slab, 0, larger, 0, filled);
            slabs.give(slab);
            slab = larger;
        }
        int room = Math.min(slab.length - HeadSlabs.PADDING, most) - filled;
        int n = Math.min(in.readableBytes(), room);
        if (n > 0) {
            in.readBytes(slab, filled, n);
            filled += n;
        }
        slab[filled] = 0;
    }

    /// Ends the head at `position` and gives the octets behind it back to `in`.
    void done(ByteBuf in, int position) {
        end = position;
        in.readerIndex(in.readerIndex() - (filled - position));
    }

    void add(int id, int seen, int from, int to) {
        fields.name(slabs, id, seen, from, to);
    }
}

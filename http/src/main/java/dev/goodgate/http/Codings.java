package dev.goodgate.http;

/// What Transfer-Encoding says, over all its lines. RFC 9112 section 6.1.
final class Codings {

    /// The codings of a list; what a message makes of them depends on its direction.
    enum Kind {
        /// `chunked` and nothing else.
        CHUNKED,
        /// `chunked` behind codings that are registered: defined, but not for this gateway.
        REGISTERED,
        /// Anything else.
        OTHER
    }

    private static final int CHUNKED = 1;
    private static final int REGISTERED = 2;
    private static final int UNKNOWN = 3;

    private Codings() {}

    /// Judges the list with its empty members, as a request is: `chunked,` is not [Kind#CHUNKED].
    static Kind strictly(Head h) {
        return judge(h, Empty.COUNTS);
    }

    /// Judges the list without its empty members. RFC 9110 section 5.6.1.2.
    static Kind leniently(Head h) {
        return judge(h, Empty.IGNORED);
    }

    private enum Empty {
        COUNTS,
        IGNORED
    }

    private static Kind judge(Head h, Empty empty) {
        int members = 0;
        int last = 0;
        boolean bad = false;
        for (int f = h.first(FieldName.TRANSFER_ENCODING); f >= 0; f = h.next(f)) {
            int to = h.valueEnd(f);
            for (int p = h.valueStart(f); p <= to; ) {
                int comma = Lists.comma(h.slab, p, to);
                int s = Octets.skipBlanks(h.slab, p, comma);
                int e = Octets.trimBlanks(h.slab, s, comma);
                if (e > s || empty == Empty.COUNTS) {
                    bad |= last == CHUNKED || last == UNKNOWN;
                    last = coding(h.slab, s, e);
                    members++;
                }
                p = comma + 1;
            }
        }
        if (bad || last != CHUNKED) {
            return Kind.OTHER;
        }
        return members == 1 ? Kind.CHUNKED : Kind.REGISTERED;
    }

    private static int coding(byte[] a, int from, int to) {
        if (Octets.same(a, from, to, "chunked")) {
            return CHUNKED;
        }
        boolean registered =
                Octets.same(a, from, to, "gzip")
                        || Octets.same(a, from, to, "deflate")
                        || Octets.same(a, from, to, "compress")
                        || Octets.same(a, from, to, "x-gzip")
                        || Octets.same(a, from, to, "x-compress");
        return registered ? REGISTERED : UNKNOWN;
    }

    /// The coding that is in the way: the first one other than `chunked`, by its name.
    static String inTheWay(Head h) {
        for (int f = h.first(FieldName.TRANSFER_ENCODING); f >= 0; f = h.next(f)) {
            int to = h.valueEnd(f);
            for (int p = h.valueStart(f); p < to; ) {
                int comma = Lists.comma(h.slab, p, to);
                int s = Octets.skipBlanks(h.slab, p, comma);
                int e = Octets.trimBlanks(h.slab, s, comma);
                if (e > s && !Octets.same(h.slab, s, e, "chunked")) {
                    return Violation.latin1(h.slab, s, Math.min(e, s + Violation.OCTETS));
                }
                p = comma + 1;
            }
        }
        return "chunked";
    }
}

package dev.goodgate.http;

/// How the content of a complete response head is delimited. RFC 9112 section 6.3.
final class ResponseRules {

    private static final int NONE = -1;
    private static final int BROKEN = -2;

    private final Breach breach;

    ResponseRules(Breach breach) {
        this.breach = breach;
    }

    boolean check(Head h, int requestMethodId) {
        h.options = Options.read(h);
        boolean never = h.status < 200 || h.status == 204;
        boolean without = never || h.status == 304 || requestMethodId == Method.HEAD;
        boolean coded = !never && h.has(FieldName.TRANSFER_ENCODING);
        if (coded && !coding(h)) {
            return false;
        }
        long length = never || coded ? NONE : length(h);
        if (length == BROKEN) {
            return false;
        }
        h.contentLength = length;
        if (without) {
            h.framing = Framing.NONE;
        } else if (coded) {
            h.framing = Framing.CHUNKED;
        } else if (length >= 0) {
            h.framing = Framing.LENGTH;
        } else {
            h.framing = Framing.UNTIL_CLOSE;
            h.options &= ~Options.PERSISTENT;
        }
        return true;
    }

    private boolean coding(Head h) {
        if (Codings.leniently(h) != Codings.Kind.CHUNKED) {
            int at = h.valueStart(h.first(FieldName.TRANSFER_ENCODING));
            return breach.of(Rule.RESPONSE_CODING, at, Codings.inTheWay(h));
        }
        if (h.has(FieldName.CONTENT_LENGTH)) {
            h.repairs |= Repair.LENGTH_AND_CODING.bit();
            h.options &= ~Options.PERSISTENT;
        }
        if (h.minor == 0) {
            h.repairs |= Repair.CHUNKED_IN_1_0.bit();
            h.options &= ~Options.PERSISTENT;
        }
        return true;
    }

    /// The one length all Content-Length lines and list members agree on, or NONE or BROKEN.
    private long length(Head h) {
        long agreed = NONE;
        for (int f = h.first(FieldName.CONTENT_LENGTH); f >= 0; f = h.next(f)) {
            int to = h.valueEnd(f);
            for (int p = h.valueStart(f); p <= to; ) {
                int comma = Lists.comma(h.slab, p, to);
                int s = Octets.skipBlanks(h.slab, p, comma);
                long n = Octets.number(h.slab, s, Octets.trimBlanks(h.slab, s, comma));
                if (n < 0 || (agreed >= 0 && agreed != n)) {
                    breach.of(n < 0 ? Rule.RESPONSE_LENGTH : Rule.RESPONSE_LENGTHS_DIFFER, s);
                    return BROKEN;
                }
                if (agreed >= 0) {
                    h.repairs |= Repair.DUPLICATE_LENGTH.bit();
                }
                agreed = n;
                p = comma + 1;
            }
        }
        return agreed;
    }
}

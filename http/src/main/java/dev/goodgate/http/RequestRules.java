package dev.goodgate.http;

/// What a complete request head is held to, in this order: Host, target, framing.
final class RequestRules {

    private final Breach breach;
    private final int badPath;

    RequestRules(Limits limits, Breach breach) {
        this.breach = breach;
        this.badPath = Octets.BAD_PATH | (limits.strictPath() ? Octets.BAD_STRICT_PATH : 0);
    }

    boolean check(Head h, int end) {
        return host(h, end) && target(h) && framing(h);
    }

    private boolean host(Head h, int end) {
        int f = h.first(FieldName.HOST);
        if (f < 0) {
            return h.minor == 0 || breach.of(Rule.HOST_MISSING, end - 1);
        }
        int again = h.next(f);
        if (again >= 0) {
            return breach.of(Rule.HOST_REPEATED, h.nameStart(again));
        }
        return Authority.read(h.target, h.slab, h.valueStart(f), h.valueEnd(f), breach);
    }

    private boolean target(Head h) {
        Target t = h.target;
        byte[] a = h.slab;
        if (h.methodId == Method.CONNECT) {
            return connect(t, a);
        }
        if (a[t.start] == '/') {
            return octets(t, a);
        }
        if (a[t.start] == '*' && t.end == t.start + 1) {
            t.pathStart = t.start;
            t.pathEnd = t.queryEnd = t.end;
            t.plain = true;
            return h.methodId == Method.OPTIONS || breach.of(Rule.ASTERISK_FORM, t.start);
        }
        return absolute(t, a) && octets(t, a);
    }

    /// `host ":" port`, and neither path nor host is told: CONNECT is never forwarded.
    private boolean connect(Target t, byte[] a) {
        t.pathStart = t.pathEnd = t.queryEnd = t.end;
        t.pathSeen = t.querySeen = 0;
        int q = t.start;
        while (q < t.end && a[q] != ':' && a[q] != '/' && a[q] != '@') {
            q++;
        }
        if (q == t.start || q >= t.end - 1 || a[q] != ':') {
            return breach.of(Rule.AUTHORITY_FORM, q);
        }
        for (int p = q + 1; p < t.end; p++) {
            if (!Octets.digit(a[p])) {
                return breach.of(Rule.AUTHORITY_FORM, p);
            }
        }
        return true;
    }

    private boolean absolute(Target t, byte[] a) {
        int from = afterScheme(a, t.start, t.end);
        if (from < 0) {
            return breach.of(Rule.TARGET_FORM, t.start);
        }
        int q = from;
        while (q < t.end && a[q] != '/' && a[q] != '?' && a[q] != '#') {
            q++;
        }
        for (int p = q; p < t.end; p++) {
            if (a[p] == '#') {
                return breach.of(Rule.TARGET_FORM, p);
            }
        }
        if (!Authority.read(t, a, from, q, breach)) {
            return false;
        }
        t.readPath(a, q);
        return true;
    }

    private static int afterScheme(byte[] a, int from, int to) {
        for (int length = 7; length <= 8; length++) {
            String scheme = length == 7 ? "http://" : "https://";
            if (to - from >= length && Octets.same(a, from, from + length, scheme)) {
                return from + length;
            }
        }
        return -1;
    }

    private boolean octets(Target t, byte[] a) {
        int seen = t.pathSeen;
        if (((seen | t.querySeen) & Octets.HASH) != 0) {
            return breach.of(Rule.FRAGMENT, find(a, t.pathStart, t.queryEnd, Octets.HASH));
        }
        if ((seen & badPath) != 0) {
            return breach.of(Rule.PATH_OCTETS, find(a, t.pathStart, t.pathEnd, badPath));
        }
        if ((t.querySeen & Octets.BAD_QUERY) != 0) {
            int at = find(a, t.pathEnd, t.queryEnd, Octets.BAD_QUERY);
            return breach.of(Rule.QUERY_OCTETS, at);
        }
        if ((seen & Target.DOTS) != 0) {
            t.plain = (seen & Octets.SPECIAL) == 0 && t.segmentsPlain(a);
        }
        return true;
    }

    private static int find(byte[] a, int from, int to, int classes) {
        int q = from;
        while (q < to && (Octets.TARGET[a[q] & 255] & classes) == 0) {
            q++;
        }
        return q;
    }

    private boolean framing(Head h) {
        h.options = Options.read(h) | Options.expectation(h);
        if (h.methodId == Method.CONNECT) {
            return true;
        }
        int coding = h.first(FieldName.TRANSFER_ENCODING);
        int length = h.first(FieldName.CONTENT_LENGTH);
        if (coding >= 0) {
            return coding(h, coding, length);
        }
        if (length < 0) {
            return true;
        }
        int again = h.next(length);
        if (again >= 0) {
            return breach.of(Rule.LENGTH_REPEATED, h.nameStart(again));
        }
        h.contentLength = Octets.number(h.slab, h.valueStart(length), h.valueEnd(length));
        h.framing = Framing.LENGTH;
        return h.contentLength >= 0 || breach.of(Rule.LENGTH, h.valueStart(length));
    }

    private boolean coding(Head h, int coding, int length) {
        if (length >= 0) {
            return breach.of(Rule.CODING_AND_LENGTH, h.nameStart(Math.max(coding, length)));
        }
        int at = h.valueStart(coding);
        if (h.minor == 0) {
            return breach.of(Rule.CODING_IN_1_0, at);
        }
        return switch (Codings.strictly(h)) {
            case CHUNKED -> {
                h.framing = Framing.CHUNKED;
                yield true;
            }
            case REGISTERED -> breach.of(Rule.CODING_UNKNOWN, at, Codings.inTheWay(h));
            case OTHER -> breach.of(Rule.REQUEST_CODING, at, Codings.inTheWay(h));
        };
    }
}

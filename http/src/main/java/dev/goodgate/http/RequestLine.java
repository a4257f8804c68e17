package dev.goodgate.http;

/// Reads `method SP request-target SP HTTP-version`. RFC 9112 section 3.
final class RequestLine {

    /// `HTTP/1.` as the lower seven octets of eight.
    static final long HTTP_1 = 0x002e312f50545448L;

    static final long SEVEN = 0x00ffffffffffffffL;

    private final Limits limits;
    private final Breach breach;
    private int scanned;
    private boolean cut;

    RequestLine(Limits limits, Breach breach) {
        this.limits = limits;
        this.breach = breach;
    }

    void reset() {
        cut = false;
        scanned = 0;
    }

    /// Reads the line; returns where it ends, line end included, 0 for more octets, -1 when broken.
    int read(Head h) {
        if (!cut) {
            int next = whole(h);
            if (next > 0) {
                return next;
            }
        }
        byte[] a = h.slab;
        int end = h.filled;
        int e = Octets.lineEnd(a, scanned, end);
        if (e > limits.requestLine()) {
            return broken(Rule.REQUEST_LINE_LENGTH, limits.requestLine());
        }
        if (e == end || (a[e] == Octets.CR && e == end - 1)) {
            cut = true;
            scanned = e;
            return 0;
        }
        if (a[e] == Octets.LF) {
            return broken(Rule.REQUEST_BARE_LF, e);
        }
        if (a[e + 1] != Octets.LF) {
            return broken(Rule.REQUEST_BARE_CR, e);
        }
        return words(h, a, e) ? e + 2 : -1;
    }

    private int broken(Rule rule, int at) {
        breach.of(rule, at);
        return -1;
    }

    /// Reads a line in origin-form that is all there and all right; else -1 without a verdict.
    private int whole(Head h) {
        byte[] a = h.slab;
        int q = 0;
        while (Octets.NAME[a[q] & 255] != 0) {
            q++;
        }
        if (a[q] != ' ' || q == 0 || q > limits.method() || a[q + 1] != '/') {
            return -1;
        }
        int version = h.target.readPath(a, q + 1) + 1;
        if (a[version - 1] != ' '
                || (Octets.eight(a, version) & SEVEN) != HTTP_1
                || !Octets.digit(a[version + 7])
                || a[version + 8] != Octets.CR
                || a[version + 9] != Octets.LF
                || version + 8 > limits.requestLine()) {
            return -1;
        }
        accept(h, q, version - 1);
        return version + 10;
    }

    private static void accept(Head h, int methodEnd, int targetEnd) {
        h.methodEnd = methodEnd;
        h.methodId = Method.of(h.slab, 0, methodEnd);
        h.target.start = methodEnd + 1;
        h.target.end = targetEnd;
        h.minor = h.slab[targetEnd + 8] - '0';
    }

    /// Judges a complete line in the order words, method, target, version, length of the method.
    private boolean words(Head h, byte[] a, int e) {
        int one = space(a, 0, e);
        int two = space(a, one + 1, e);
        int three = space(a, two + 1, e);
        if (one == 0 || two <= one + 1 || two >= e - 1 || three < e) {
            return breach.of(Rule.REQUEST_LINE_WORDS, Math.min(three, e));
        }
        for (int q = 0; q < one; q++) {
            if (Octets.NAME[a[q] & 255] == 0) {
                return breach.of(Rule.METHOD, q);
            }
        }
        for (int q = one + 1; q < two; q++) {
            if (Octets.TARGET[a[q] & 255] == 0 && a[q] != '?') {
                return breach.of(Rule.TARGET_OCTETS, q);
            }
        }
        if (!version(a, two + 1, e)) {
            return breach.of(Rule.REQUEST_VERSION, two + 1);
        }
        if (a[two + 6] != '1') {
            return breach.of(Rule.REQUEST_MAJOR, two + 6);
        }
        if (one > limits.method()) {
            return breach.of(Rule.METHOD_LENGTH, limits.method());
        }
        accept(h, one, two);
        if (a[one + 1] == '/') {
            h.target.readPath(a, one + 1);
        }
        return true;
    }

    private static int space(byte[] a, int from, int to) {
        int q = from;
        while (q < to && a[q] != ' ') {
            q++;
        }
        return q;
    }

    private static boolean version(byte[] a, int from, int to) {
        return to - from == 8
                && (Octets.eight(a, from) & 0xffffffffffL) == (HTTP_1 & 0xffffffffffL)
                && Octets.digit(a[from + 5])
                && a[from + 6] == '.'
                && Octets.digit(a[from + 7]);
    }
}

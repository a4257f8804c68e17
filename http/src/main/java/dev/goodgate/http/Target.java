package dev.goodgate.http;

/// Spans of a request-target and what its octets have shown; part of a [Head].
final class Target {

    int start;
    int end;
    int hostStart;
    int hostEnd;
    int authorityStart;
    int authorityEnd;
    int pathStart;
    int pathEnd;
    int queryEnd;
    boolean plain;

    /// Classes of [Octets#TARGET] met in the path, and in the query.
    int pathSeen;

    int querySeen;

    void clear() {
        start = end = 0;
        hostStart = hostEnd = authorityStart = authorityEnd = 0;
        pathStart = pathEnd = queryEnd = 0;
        plain = false;
        pathSeen = querySeen = 0;
    }

    /// Reads path and query from `at`, up to the first octet no target has, and returns where that
    /// is.
    int readPath(byte[] a, int at) {
        byte[] classes = Octets.TARGET;
        int q = at;
        int seen = 0;
        int c = classes[a[q] & 255];
        while (c != 0) {
            seen |= c;
            if ((c & Octets.SLASH) != 0 && (a[q + 1] == '/' || a[q + 1] == '.')) {
                seen |= DOTS;
            }
            c = classes[a[++q] & 255];
        }
        pathStart = at;
        pathEnd = q;
        pathSeen = seen;
        if (a[q] == '?') {
            q = readQuery(a, q);
        }
        queryEnd = q;
        plain = (seen & (Octets.SPECIAL | DOTS)) == 0;
        return q;
    }

    /// A slash before a slash or a dot: perhaps an empty segment or a dot segment.
    static final int DOTS = 1 << 8;

    private int readQuery(byte[] a, int at) {
        int q = at;
        int seen = 0;
        while (true) {
            int c = Octets.TARGET[a[q] & 255];
            if (c == 0 && a[q] != '?') {
                querySeen = seen;
                return q;
            }
            seen |= c;
            q++;
        }
    }

    /// Whether the path has no empty segment but the last and no dot segment, looked at again in
    /// full.
    boolean segmentsPlain(byte[] a) {
        int q = pathStart;
        while (q < pathEnd) {
            int s = q + 1;
            int e = s;
            while (e < pathEnd && a[e] != '/') {
                e++;
            }
            boolean empty = e == s && e < pathEnd;
            boolean dots = Segments.dots(a, s, e) > 0;
            if (empty || dots) {
                return false;
            }
            q = e;
        }
        return true;
    }
}

package dev.goodgate.http;

/// Comma-separated lists in field values. RFC 9110 section 5.6.1.
final class Lists {

    private Lists() {}

    /// The comma that ends the member at `from`, or `to`.
    static int comma(byte[] a, int from, int to) {
        int q = from;
        while (q < to && a[q] != ',') {
            q++;
        }
        return q;
    }

    static boolean has(byte[] a, int from, int to, String lower) {
        for (int p = from; p < to; ) {
            int comma = comma(a, p, to);
            int s = Octets.skipBlanks(a, p, comma);
            if (Octets.same(a, s, Octets.trimBlanks(a, s, comma), lower)) {
                return true;
            }
            p = comma + 1;
        }
        return false;
    }
}

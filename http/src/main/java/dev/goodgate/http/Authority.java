package dev.goodgate.http;

/// Reads `host [ ":" port ]`. RFC 3986 section 3.2, without userinfo and zone ids.
final class Authority {

    private static final int LONGEST_HOST = 255;
    private static final boolean[] REG_NAME = new boolean[256];

    static {
        for (int c = 0; c < 128; c++) {
            REG_NAME[c] = Character.isLetterOrDigit(c) || "-._~%!$&'()*+;=".indexOf(c) >= 0;
        }
    }

    private Authority() {}

    /// Reads an authority into the target's spans, or tells the rule it breaks.
    static boolean read(Target t, byte[] a, int from, int to, Breach breach) {
        if (from == to) {
            return breach.of(Rule.HOST_EMPTY, from);
        }
        int host = hostEnd(a, from, to);
        if (host == from || (host < to && a[host] != ':')) {
            return breach.of(Rule.HOST_SYNTAX, host);
        }
        int port = 0;
        for (int q = host + 1; q < to; q++) {
            if (!Octets.digit(a[q])) {
                return breach.of(Rule.HOST_SYNTAX, q);
            }
            port = Math.min(port * 10 + a[q] - '0', 1 << 16);
        }
        if (host - from > LONGEST_HOST) {
            return breach.of(Rule.HOST_LENGTH, from + LONGEST_HOST);
        }
        if (port > 65535) {
            return breach.of(Rule.HOST_PORT, host + 1);
        }
        if (a[from] == '[' && !ipv6(a, from + 1, host - 1)) {
            return breach.of(Rule.HOST_IPV6, from);
        }
        t.authorityStart = from;
        t.authorityEnd = to;
        t.hostStart = from;
        t.hostEnd = withoutRootDots(a, from, host);
        return true;
    }

    /// Where the host ends; `from` where none begins.
    private static int hostEnd(byte[] a, int from, int to) {
        int q = from;
        if (a[q] != '[') {
            while (q < to && REG_NAME[a[q] & 255]) {
                q++;
            }
            return q;
        }
        q++;
        while (q < to && (Octets.hex(a[q]) >= 0 || a[q] == ':' || a[q] == '.')) {
            q++;
        }
        return q < to && a[q] == ']' && q > from + 1 ? q + 1 : from;
    }

    /// A host of nothing but dots stays as it is: it is a host, only one that nobody has.
    private static int withoutRootDots(byte[] a, int from, int to) {
        int q = to;
        while (q > from && a[q - 1] == '.') {
            q--;
        }
        return q == from ? to : q;
    }

    static boolean ipv6(byte[] a, int from, int to) {
        int groups = 0;
        boolean compressed = false;
        int p = from;
        if (a[p] == ':') {
            if (to - p < 2 || a[p + 1] != ':') {
                return false;
            }
            compressed = true;
            p += 2;
        }
        while (p < to) {
            int q = p;
            while (q < to && Octets.hex(a[q]) >= 0) {
                q++;
            }
            if (q < to && a[q] == '.') {
                return ipv4(a, p, to) && complete(groups + 2, compressed);
            }
            if (q == p || q - p > 4) {
                return false;
            }
            groups++;
            p = q + 1;
            if (q < to - 1 && a[p] == ':') {
                if (compressed) {
                    return false;
                }
                compressed = true;
                p++;
            } else if (p == to) {
                return false;
            }
        }
        return complete(groups, compressed);
    }

    private static boolean complete(int groups, boolean compressed) {
        return compressed ? groups < 8 : groups == 8;
    }

    private static boolean ipv4(byte[] a, int from, int to) {
        int p = from;
        for (int part = 0; part < 4; part++) {
            int q = p;
            int n = 0;
            while (q < to && q - p < 3 && Octets.digit(a[q])) {
                n = n * 10 + a[q++] - '0';
            }
            boolean zero = q - p > 1 && a[p] == '0';
            if (q == p || zero || n > 255 || (part < 3 && (q == to || a[q] != '.'))) {
                return false;
            }
            p = part < 3 ? q + 1 : q;
        }
        return p == to;
    }
}

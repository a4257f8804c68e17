package dev.goodgate.http;

/// Reads `HTTP/1.x SP 3DIGIT [ SP reason ]`; what can be no status line is broken at its first
/// octet that shows it. RFC 9112 section 4.
final class StatusLine {

    private static final int CODE = 9;
    private static final int AFTER_CODE = 12;

    private final Limits limits;
    private final Breach breach;
    private int scanned;

    StatusLine(Limits limits, Breach breach) {
        this.limits = limits;
        this.breach = breach;
    }

    void reset() {
        scanned = 0;
    }

    /// Reads the line; returns where it ends, line end included, 0 for more octets, -1 when broken.
    int read(Head h) {
        byte[] a = h.slab;
        int end = h.filled;
        while (scanned < AFTER_CODE) {
            if (scanned == end) {
                return 0;
            }
            if (!expected(a, scanned)) {
                return -1;
            }
            scanned++;
        }
        int q = Octets.textEnd(a, scanned);
        if (q > AFTER_CODE && a[AFTER_CODE] != ' ') {
            return broken(Rule.STATUS_CODE, AFTER_CODE);
        }
        if (q > limits.requestLine()) {
            return broken(Rule.STATUS_LINE_LENGTH, limits.requestLine());
        }
        if (q == end || (a[q] == Octets.CR && q == end - 1)) {
            scanned = q;
            return 0;
        }
        if (a[q] == Octets.CR && a[q + 1] == Octets.LF) {
            return accept(h, a, q, q + 2);
        }
        if (a[q] == Octets.LF) {
            h.repairs |= Repair.BARE_LF.bit();
            return accept(h, a, q, q + 1);
        }
        return broken(q == AFTER_CODE ? Rule.STATUS_CODE : Rule.REASON, q);
    }

    private boolean expected(byte[] a, int at) {
        byte b = a[at];
        return switch (at) {
            case 5 -> b == '1' || breach.of(major(b), at);
            case 7 -> Octets.digit(b) || breach.of(Rule.STATUS_LINE, at);
            case CODE -> (b >= '1' && b <= '5') || breach.of(Rule.STATUS_CODE, at);
            case CODE + 1, CODE + 2 -> Octets.digit(b) || breach.of(Rule.STATUS_CODE, at);
            default -> b == "HTTP/1.1 ".charAt(at) || breach.of(Rule.STATUS_LINE, at);
        };
    }

    private static Rule major(byte b) {
        return Octets.digit(b) ? Rule.STATUS_VERSION : Rule.STATUS_LINE;
    }

    private int accept(Head h, byte[] a, int e, int next) {
        h.minor = a[7] - '0';
        h.status = (a[CODE] - '0') * 100 + (a[CODE + 1] - '0') * 10 + a[CODE + 2] - '0';
        h.reasonStart = Math.min(AFTER_CODE + 1, e);
        h.reasonEnd = e;
        if (e == AFTER_CODE) {
            h.repairs |= Repair.MISSING_REASON.bit();
        }
        return next;
    }

    private int broken(Rule rule, int at) {
        breach.of(rule, at);
        return -1;
    }
}

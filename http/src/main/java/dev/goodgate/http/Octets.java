package dev.goodgate.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Classes of octets as tables, and searches that read eight octets at a time.
///
/// Every loop over a table ends at class 0. A slab keeps a NUL behind its last octet and room for
/// eight more, so a loop needs no other bound: NUL has class 0 in every table.
final class Octets {

    static final byte CR = '\r';
    static final byte LF = '\n';

    /// Classes of [#NAME]: token octets, and among them the underscore.
    static final int TOKEN = 1;

    static final int UNDERSCORE = 2;

    /// Classes of [#TARGET]: visible octets but `?`, which ends a path (in a query it is visible
    /// too).
    static final int VISIBLE = 1;

    static final int SPECIAL = 2; // percent sign, semicolon: a path with one has several views
    static final int SLASH = 4;
    static final int HASH = 8;
    static final int BAD_PATH = 16;
    static final int BAD_STRICT_PATH = 32;
    static final int BAD_QUERY = 64;

    static final byte[] NAME = new byte[256];
    static final byte[] TARGET = new byte[256];

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    static final long CASE = 0x2020202020202020L;

    static {
        for (int c = 0; c < 128; c++) {
            if (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0) {
                NAME[c] = TOKEN;
            }
            if (c > ' ' && c < 127 && c != '?') {
                TARGET[c] = VISIBLE;
            }
        }
        NAME['_'] |= UNDERSCORE;
        mark("%;", SPECIAL);
        mark("/", SLASH);
        mark("#", HASH);
        mark("\\\"<>", BAD_PATH);
        mark("^`{|}", BAD_STRICT_PATH);
        mark("<>\"", BAD_QUERY);
    }

    private Octets() {}

    private static void mark(String octets, int flag) {
        for (byte b : octets.getBytes(StandardCharsets.US_ASCII)) {
            TARGET[b] |= (byte) flag;
        }
    }

    /// The eight octets at `at`, the first one lowest.
    static long eight(byte[] a, int at) {
        return (long) LONGS.get(a, at);
    }

    /// The first octet from `from` on that no field value has: a control but HT, or DEL.
    static int textEnd(byte[] a, int from) {
        int q = from;
        while (true) {
            long x = (long) LONGS.get(a, q);
            long del = x ^ ONES * 127;
            long hit = (((x - ONES * ' ') & ~x) | ((del - ONES) & ~del)) & TOPS;
            if (hit == 0) {
                q += 8;
                continue;
            }
            q += Long.numberOfTrailingZeros(hit) >>> 3;
            if (a[q] != '\t') {
                return q;
            }
            q++;
        }
    }

    /// The first CR or LF in `from..end`, else `end`.
    static int lineEnd(byte[] a, int from, int end) {
        int q = from;
        while (q < end && a[q] != CR && a[q] != LF) {
            q++;
        }
        return q;
    }

    static boolean token(byte[] a, int from, int to) {
        for (int q = from; q < to; q++) {
            if (NAME[a[q] & 255] == 0) {
                return false;
            }
        }
        return to > from;
    }

    static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }

    static int skipBlanks(byte[] a, int from, int to) {
        int q = from;
        while (q < to && blank(a[q])) {
            q++;
        }
        return q;
    }

    static int trimBlanks(byte[] a, int from, int to) {
        int q = to;
        while (q > from && blank(a[q - 1])) {
            q--;
        }
        return q;
    }

    /// Whether the octets are this lower-case ASCII text, letters without case.
    static boolean same(byte[] a, int from, int to, String lower) {
        int n = lower.length();
        if (to - from != n) {
            return false;
        }
        for (int i = 0; i < n; i++) {
            if (lower(a[from + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b & 255;
    }

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// The value of a hexadecimal digit, or -1.
    static int hex(byte b) {
        if (digit(b)) {
            return b - '0';
        }
        int c = b | 32;
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }

    /// The number in 1 to 19 digits, or -1 where the octets are none or the number needs 64 bits.
    static long number(byte[] a, int from, int to) {
        if (from == to || to - from > 19) {
            return -1;
        }
        long n = 0;
        for (int q = from; q < to; q++) {
            if (!digit(a[q])) {
                return -1;
            }
            n = n * 10 + (a[q] - '0');
        }
        return n < 0 ? -1 : n;
    }
}

package dev.goodgate.http;

import java.nio.charset.StandardCharsets;

/// The methods of RFC 9110 section 9 and PATCH as numbers; every other token is [#OTHER].
public final class Method {

    public static final int OTHER = 0;
    public static final int GET = 1;
    public static final int HEAD = 2;
    public static final int POST = 3;
    public static final int PUT = 4;
    public static final int DELETE = 5;
    public static final int OPTIONS = 6;
    public static final int PATCH = 7;
    public static final int TRACE = 8;
    public static final int CONNECT = 9;

    private static final String[] TEXTS = {
        "", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"
    };
    private static final byte[][] OCTETS = new byte[TEXTS.length][];

    static {
        for (int id = 0; id < TEXTS.length; id++) {
            OCTETS[id] = TEXTS[id].getBytes(StandardCharsets.US_ASCII);
        }
    }

    private Method() {}

    /// The number of the method in these octets, letters with case. RFC 9110 section 9.1.
    public static int of(byte[] a, int from, int to) {
        int length = to - from;
        if (length == 3 && a[from] == 'G' && a[from + 1] == 'E' && a[from + 2] == 'T') {
            return GET;
        }
        for (int id = HEAD; id <= CONNECT; id++) {
            byte[] name = OCTETS[id];
            if (name.length == length && name[0] == a[from] && equal(name, a, from)) {
                return id;
            }
        }
        return OTHER;
    }

    private static boolean equal(byte[] name, byte[] a, int from) {
        for (int i = 0; i < name.length; i++) {
            if (name[i] != a[from + i]) {
                return false;
            }
        }
        return true;
    }

    /// The name of a known method; empty for [#OTHER].
    public static String text(int id) {
        return TEXTS[id];
    }

    /// Whether a request with this method may be sent again. RFC 9110 section 9.2.2.
    public static boolean idempotent(int id) {
        return switch (id) {
            case GET, HEAD, PUT, DELETE, OPTIONS, TRACE -> true;
            default -> false;
        };
    }
}

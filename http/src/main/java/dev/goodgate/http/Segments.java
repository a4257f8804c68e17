package dev.goodgate.http;

import java.util.Arrays;

/// Paths segment by segment. RFC 3986 section 5.2.4.
final class Segments {

    private Segments() {}

    /// 1 for `.`, 2 for `..`, 0 for every other segment.
    static int dots(byte[] a, int from, int to) {
        int n = to - from;
        boolean all = n == 1 || n == 2;
        for (int q = from; all && q < to; q++) {
            all = a[q] == '.';
        }
        return all ? n : 0;
    }

    /// The path without dot segments and empty segments, an empty last one kept; nothing at all
    /// where it climbs above the root.
    static byte[] resolve(byte[] path) {
        byte[] out = new byte[path.length + 1];
        int length = 0;
        int q = 0;
        while (q < path.length) {
            int from = q + 1;
            int to = slash(path, from);
            q = to;
            int dots = dots(path, from, to);
            boolean empty = from == to && to < path.length;
            if (dots == 2) {
                if (length == 0) {
                    return Head.EMPTY;
                }
                length = parent(out, length);
            } else if (dots == 0 && !empty) {
                out[length++] = '/';
                System.arraycopy(path, from, out, length, to - from);
                length += to - from;
            }
        }
        return length == 0 ? new byte[] {'/'} : Arrays.copyOf(out, length);
    }

    /// The path as forwarded: like [#resolve], with encoded dots taken for dots, stopping at the
    /// root, a dot segment at the end leaving its slash, and every other percent-encoding as it
    /// came.
    static byte[] forwarded(byte[] path) {
        byte[] out = new byte[path.length + 1];
        int length = 0;
        int q = 0;
        while (q < path.length) {
            int from = q + 1;
            int to = slash(path, from);
            q = to;
            int dots = encodedDots(path, from, to);
            boolean last = to == path.length;
            if (dots == 2) {
                length = parent(out, length);
            }
            if (dots > 0 && last) {
                out[length++] = '/';
            } else if (dots == 0 && (last || from < to)) {
                out[length++] = '/';
                System.arraycopy(path, from, out, length, to - from);
                length += to - from;
            }
        }
        return length == 0 ? new byte[] {'/'} : Arrays.copyOf(out, length);
    }

    /// The path with every segment cut at its first semicolon.
    static byte[] withoutParameters(byte[] path) {
        byte[] out = new byte[path.length];
        int length = 0;
        boolean parameter = false;
        for (byte b : path) {
            parameter = b != '/' && (parameter || b == ';');
            if (!parameter) {
                out[length++] = b;
            }
        }
        return Arrays.copyOf(out, length);
    }

    private static int slash(byte[] a, int from) {
        int q = from;
        while (q < a.length && a[q] != '/') {
            q++;
        }
        return q;
    }

    /// The length of `out` without its last segment.
    private static int parent(byte[] out, int length) {
        int q = length;
        while (q > 0 && out[q - 1] != '/') {
            q--;
        }
        return Math.max(0, q - 1);
    }

    private static int encodedDots(byte[] a, int from, int to) {
        int n = 0;
        for (int q = from; q < to; n++) {
            if (a[q] == '.') {
                q++;
            } else if (q + 2 < to && a[q] == '%' && a[q + 1] == '2' && (a[q + 2] | 32) == 'e') {
                q += 3;
            } else {
                return 0;
            }
        }
        return n == 1 || n == 2 ? n : 0;
    }
}

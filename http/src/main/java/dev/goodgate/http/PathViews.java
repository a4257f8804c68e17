package dev.goodgate.http;

import java.util.Arrays;

/// The views a path has: what an upstream gets and what routes and deny rules are matched on.
///
/// Only for paths that are not [Head#plainPath()]: a plain path is all of its views itself.
/// Allocates.
public final class PathViews {

    /// What became of a path.
    public sealed interface Result {}

    /// The path as it is forwarded: dot segments and empty segments removed, percent-encodings as
    /// they came; then the two views for matching. A rule that denies matches the path as received
    /// and both of them.
    ///
    /// @param forwarded what is sent on
    /// @param decoded percent-encodings decoded once, dot segments and empty segments removed
    /// @param withoutParameters the same without `;…` in any segment
    @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
    public record Views(byte[] forwarded, byte[] decoded, byte[] withoutParameters)
            implements Result {}

    /// A path that is refused.
    ///
    /// @param violation the rule it breaks; its offset counts from the start of the path
    public record Refused(Violation violation) implements Result {}

    private final byte[] path;
    private final byte[] decoded;
    private final Breach breach = new Breach();

    private PathViews(byte[] path) {
        this.path = path;
        this.decoded = new byte[decodedLength(path)];
    }

    /// Tells the views of the path in these octets; an empty path means `/`.
    public static Result of(byte[] octets, int from, int to) {
        byte[] path = from == to ? new byte[] {'/'} : Arrays.copyOfRange(octets, from, to);
        return new PathViews(path).views();
    }

    private Result views() {
        if (!decode() || !controls() || !overlong() || !dots()) {
            return refused();
        }
        byte[] once = Segments.resolve(decoded);
        byte[] without = Segments.resolve(Segments.withoutParameters(decoded));
        if (once.length == 0 || without.length == 0) {
            breach.of(Rule.PATH_ABOVE_ROOT, 0);
            return refused();
        }
        return new Views(Segments.forwarded(path), once, without);
    }

    private Refused refused() {
        return new Refused(Violation.cut(breach, breach.at(), path, 0, path.length));
    }

    private static int decodedLength(byte[] path) {
        int length = 0;
        for (int q = 0; q < path.length; q += path[q] == '%' ? 3 : 1) {
            length++;
        }
        return length;
    }

    private boolean decode() {
        int n = 0;
        for (int q = 0; q < path.length; n++) {
            if (path[q] != '%') {
                decoded[n] = path[q++];
                continue;
            }
            int high = q + 2 < path.length ? Octets.hex(path[q + 1]) : -1;
            int low = high >= 0 ? Octets.hex(path[q + 2]) : -1;
            if (low < 0) {
                return breach.of(Rule.PATH_PERCENT, q);
            }
            decoded[n] = (byte) ((high << 4) | low);
            q += 3;
        }
        return true;
    }

    /// Where a decoded octet stands in the path as received.
    private int received(int at) {
        int q = 0;
        for (int n = 0; n < at; n++) {
            q += path[q] == '%' ? 3 : 1;
        }
        return q;
    }

    private boolean controls() {
        for (int n = 0; n < decoded.length; n++) {
            if ((decoded[n] >= 0 && decoded[n] < ' ') || decoded[n] == 127) {
                return breach.of(Rule.PATH_CONTROL, received(n));
            }
        }
        return true;
    }

    /// Refuses lead octets that only an overlong form of UTF-8 has; other octets need not be UTF-8.
    private boolean overlong() {
        for (int n = 0; n < decoded.length; n++) {
            int lead = decoded[n] & 255;
            int second = n + 1 < decoded.length ? decoded[n + 1] & 255 : 0;
            boolean two = lead == 0xc0 || lead == 0xc1;
            boolean three = lead == 0xe0 && second >= 0x80 && second <= 0x9f;
            boolean four = lead == 0xf0 && second >= 0x80 && second <= 0x8f;
            if (two || three || four) {
                return breach.of(Rule.PATH_OVERLONG, received(n));
            }
        }
        return true;
    }

    /// Refuses dot segments that somebody else might read as something else: with a parameter, or
    /// in a path with an encoded separator.
    private boolean dots() {
        boolean encoded = count(decoded, '/') != count(path, '/') || count(decoded, '\\') > 0;
        int from = 0;
        while (from <= decoded.length) {
            int to = from;
            int base = -1;
            while (to < decoded.length && decoded[to] != '/' && decoded[to] != '\\') {
                base = base < 0 && decoded[to] == ';' ? to : base;
                to++;
            }
            int end = base < 0 ? to : base;
            int dots = Segments.dots(decoded, from, end);
            if (dots > 0 && base >= 0) {
                return breach.of(Rule.PATH_DOT_PARAMETER, received(from));
            }
            if (dots == 2 && encoded) {
                return breach.of(Rule.PATH_DOT_SEPARATOR, received(from));
            }
            from = to + 1;
        }
        return true;
    }

    private static int count(byte[] a, char octet) {
        int n = 0;
        for (byte b : a) {
            n += b == octet ? 1 : 0;
        }
        return n;
    }
}

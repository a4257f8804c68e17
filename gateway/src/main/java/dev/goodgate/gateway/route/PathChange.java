package dev.goodgate.gateway.route;

import dev.goodgate.gateway.config.RouteSettings.Rewrite;

/// Takes a prefix of the path away, in whole segments, and puts another one before it. The result
/// always begins with a slash; `*` stays as it is. Immutable.
final class PathChange {
    private static final byte[] ROOT = {'/'};

    private final byte[] strip;
    private final byte[] add;

    PathChange(Rewrite rewrite) {
        this.strip = Text.octets(withoutSlash(rewrite.stripPrefix()));
        this.add = Text.octets(withoutSlash(rewrite.addPrefix()));
    }

    static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    boolean some() {
        return strip.length > 0 || add.length > 0;
    }

    /// Puts what comes before and tells where in `path` the rest begins.
    int apply(byte[] path, int from, int end, Sink sink) {
        if (end - from == 1 && path[from] == '*') {
            return from;
        }
        int rest = from + (strips(path, from, end) ? strip.length : 0);
        if (add.length > 0) {
            sink.put(add);
        }
        if (rest == end && (add.length == 0 || from == end)) {
            sink.put(ROOT);
        }
        return rest;
    }

    private boolean strips(byte[] path, int from, int end) {
        int to = from + strip.length;
        return strip.length > 0
                && to <= end
                && (to == end || path[to] == '/')
                && Text.equal(strip, path, from, to);
    }
}

package dev.goodgate.logs.spark;

import java.io.Serializable;

/// Octets of a file: those from `from` to `to` of `size`. `uri` is where it lies, `name` what
/// reports call it.
record Piece(String uri, String name, long size, long from, long to) implements Serializable {
    boolean first() {
        return from == 0;
    }

    long octets() {
        return to - from;
    }
}

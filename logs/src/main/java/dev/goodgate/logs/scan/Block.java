package dev.goodgate.logs.scan;

/// Octets of one input: the lines that begin between `from` and `to`, the last of which is cut at
/// `to` when it is longer than is read. What precedes `from` in the octets came before them.
/// `chunk` is where they lie in the input.
final class Block {
    final String source;
    final long chunk;
    final byte[] octets;
    final int from;
    final int to;
    final boolean cut;

    Block(Where where, byte[] octets, int from, int to, boolean cut) {
        source = where.source;
        chunk = where.chunk;
        this.octets = octets;
        this.from = from;
        this.to = to;
        this.cut = cut;
    }

    /// Which input, and which octet of it.
    record Where(String source, long chunk) {}
}

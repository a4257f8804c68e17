package dev.goodgate.logs.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Cuts a plain file into blocks of whole lines that can be read in any order, on any thread: chunk
/// by chunk of a fixed size, each holding the lines that begin in it. Reads by position, so that
/// several threads may share the input; a thread lends its own buffer.
record FileBlocks(String source, Octets octets, long size) {
    /// The size of a chunk in octets.
    static final int CHUNK = 4 << 20;

    /// More of a line than this beyond its chunk is not read.
    static final int LONGEST_LINE = 1 << 20;

    /// So much before the chunk is there to look back into.
    static final int CONTEXT = 16 << 10;

    /// What a buffer must hold.
    static final int BUFFER = CONTEXT + CHUNK + LONGEST_LINE;

    /// The block of lines that begin in the chunk at that octet; empty when none does.
    Optional<Block> at(long chunk, byte[] buffer) throws IOException {
        long start = Math.max(0, chunk - CONTEXT);
        int filled = fill(start, buffer);
        int begin = (int) (chunk - start);
        int from = chunk == 0 ? 0 : lineAfter(buffer, begin - 1, filled);
        int limit = begin + CHUNK;
        if (from >= limit || from >= filled) return Optional.empty();
        int to = limit >= filled ? filled : lineAfter(buffer, limit - 1, filled);
        boolean cut = to == filled && start + filled < size;
        return Optional.of(new Block(new Block.Where(source, chunk), buffer, from, to, cut));
    }

    private int fill(long start, byte[] buffer) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(buffer);
        into.limit((int) Math.min(buffer.length, Math.max(0, size - start)));
        long at = start;
        while (into.hasRemaining()) {
            int read = octets.read(into, at);
            if (read < 0) break;
            at += read;
        }
        return into.position();
    }

    /// Where the line after the first line feed at or after that index begins; the end when none
    /// does.
    private static int lineAfter(byte[] buffer, int index, int end) {
        int at = index;
        while (at < end && buffer[at] != '\n') at++;
        return Math.min(at + 1, end);
    }
}

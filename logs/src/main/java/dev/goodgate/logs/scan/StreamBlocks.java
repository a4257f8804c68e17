package dev.goodgate.logs.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Cuts a stream into blocks of whole lines, in order. Each block has its own octets. A line that
/// fills a whole block is cut there and the rest of it passed over. For one thread.
final class StreamBlocks {
    private final String source;
    private final InputStream stream;
    private final int size;
    private byte[] carried = new byte[0];
    private int context;
    private long position;
    private boolean ended;

    StreamBlocks(String source, InputStream stream, int size) {
        this.source = source;
        this.stream = stream;
        this.size = size;
    }

    /// The next lines, waiting until a block is full or the stream ends; empty at its end.
    Optional<Block> next() throws IOException {
        if (ended) return Optional.empty();
        byte[] octets = new byte[FileBlocks.CONTEXT + size];
        System.arraycopy(carried, 0, octets, 0, carried.length);
        int from = context;
        int filled = fill(octets, carried.length);
        if (filled <= from) {
            ended = true;
            return Optional.empty();
        }
        int to = filled;
        boolean cut = false;
        if (filled == octets.length) {
            to = lastLine(octets, from, filled);
            if (to == from) {
                to = filled;
                cut = true;
            }
        } else {
            ended = true;
        }
        Block block = new Block(new Block.Where(source, position), octets, from, to, cut);
        position += to - from;
        carry(octets, to, filled);
        if (cut) pass();
        return Optional.of(block);
    }

    private int fill(byte[] octets, int at) throws IOException {
        int filled = at;
        while (filled < octets.length) {
            int read = stream.read(octets, filled, octets.length - filled);
            if (read < 0) break;
            filled += read;
        }
        return filled;
    }

    /// What is left over, and before it some of what was read, to look back into.
    private void carry(byte[] octets, int to, int filled) {
        int start = Math.max(0, to - FileBlocks.CONTEXT);
        carried = Arrays.copyOfRange(octets, start, filled);
        context = to - start;
    }

    /// Reads on to the next line feed.
    private void pass() throws IOException {
        carried = new byte[0];
        context = 0;
        byte[] some = new byte[64 << 10];
        while (true) {
            int read = stream.read(some);
            if (read < 0) {
                ended = true;
                return;
            }
            for (int i = 0; i < read; i++) {
                if (some[i] != '\n') continue;
                position += i + 1;
                carried = Arrays.copyOfRange(some, i + 1, read);
                return;
            }
            position += read;
        }
    }

    private static int lastLine(byte[] octets, int from, int end) {
        int at = end;
        while (at > from && octets[at - 1] != '\n') at--;
        return at;
    }
}

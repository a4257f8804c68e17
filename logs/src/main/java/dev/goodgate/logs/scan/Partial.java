package dev.goodgate.logs.scan;

import dev.goodgate.logs.tally.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads some parts of inputs into one tally, for whoever spreads the reading of many over threads
/// or machines by himself: the tallies of all parts, merged in any order, are that of the whole,
/// with its line numbers. For one thread.
public final class Partial {
    /// Parts of an input begin at multiples of so many octets.
    public static final int STEP = FileBlocks.CHUNK;

    private final Tally tally = new Tally();
    private final LineReader reader;
    private byte[] buffer = new byte[0];

    /// Nothing is read yet. Of the question, the number of threads means nothing here.
    public Partial(Question question) {
        reader = new LineReader(question, tally);
    }

    /// An input of plain text of that size under the name that reports use.
    public record Source(String name, Octets octets, long size) {}

    /// Reads the lines of that input that begin at `from`, a multiple of [#STEP], or after it, and
    /// before `to`. Octets around them are read too: 16 KiB before, to find times, and what is left
    /// of the last line.
    public void range(Source source, long from, long to) throws IOException {
        if (from % STEP != 0) {
            throw new IllegalArgumentException("from: " + from + " (expected: n × " + STEP + ")");
        }
        if (buffer.length == 0) buffer = new byte[FileBlocks.BUFFER];
        FileBlocks blocks = new FileBlocks(source.name, source.octets, source.size);
        for (long at = from; at < Math.min(to, source.size); at += STEP) {
            Optional<Block> block = blocks.at(at, buffer);
            if (block.isPresent()) reader.read(block.get());
        }
    }

    /// Reads a stream of text to its end. What was read before a failure counts.
    public void stream(String name, InputStream stream) throws IOException {
        StreamBlocks blocks = new StreamBlocks(name, stream, Scan.STREAM_BLOCK);
        for (Optional<Block> next = blocks.next(); next.isPresent(); next = blocks.next()) {
            reader.read(next.get());
        }
    }

    /// All that was seen so far.
    public Tally tally() {
        return tally;
    }
}

package dev.goodgate.logs.scan;

import dev.goodgate.logs.tally.Coverage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What arrives of one input, piece by piece: whole lines are searched at once, the start of one
/// waits for its end. Of a line longer than 1 MiB the start is searched. For one thread.
public final class Inflow {
    private final LineReader reader;
    private final String source;
    private byte[] octets = new byte[0];
    private int from;
    private int filled;
    private long position;
    private boolean passing;

    Inflow(LineReader reader, Coverage coverage, String source, long linesBefore) {
        this.reader = reader;
        this.source = source;
        if (linesBefore > 0) {
            coverage.add(source, 0, new Coverage.Read(linesBefore, 0, 0));
            position = 1;
        }
    }

    /// Takes in what was written next. Lines without a time count as of that moment, in
    /// microseconds, [dev.goodgate.logs.line.Line#NO_TIME] where it is not known.
    public void take(ByteBuffer more, long arrivedMicros) {
        reader.arrived(arrivedMicros);
        while (passing && more.hasRemaining()) passing = more.get() != '\n';
        append(more);
        int end = lastLineFeed() + 1;
        if (end > from) read(end, false);
        if (filled - from >= FileBlocks.LONGEST_LINE) {
            read(filled, true);
            passing = true;
        }
    }

    /// Searches the start of a line whose end does not come.
    public void flush() {
        if (filled > from) read(filled, false);
    }

    /// Whether the start of a line waits for its end.
    public boolean waits() {
        return filled > from;
    }

    private void append(ByteBuffer more) {
        int count = more.remaining();
        if (octets.length - filled < count) octets = Arrays.copyOf(octets, filled + count);
        more.get(octets, filled, count);
        filled += count;
    }

    /// Searches to there, and keeps some of it to look back into.
    private void read(int to, boolean cut) {
        reader.read(new Block(new Block.Where(source, position), octets, from, to, cut));
        position += to - from;
        int keep = Math.max(0, to - FileBlocks.CONTEXT);
        octets = Arrays.copyOfRange(octets, keep, filled);
        filled -= keep;
        from = to - keep;
    }

    private int lastLineFeed() {
        int at = filled - 1;
        while (at >= from && octets[at] != '\n') at--;
        return Math.max(at, from - 1);
    }
}

package dev.goodgate.logs.follow;

import dev.goodgate.logs.line.Line;
import dev.goodgate.logs.scan.Inflow;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// An open file that grows. Notices when it is truncated or written anew. For one thread.
final class Tail implements Closeable {
    private static final int BLOCK = 1 << 16;
    private static final int MOST_AT_ONCE = 4 << 20;
    private static final int MARK = 64;
    private static final long MOST_COUNTED = 256 << 20;
    private static final Duration UNENDED = Duration.ofSeconds(5);

    private final FileChannel channel;
    private final Source source;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private Inflow inflow;
    private long position;
    private long caughtUp;
    private byte[] mark = new byte[0];
    private Instant grown;

    private Tail(FileChannel channel, Source source, Inflow inflow, Instant now) {
        this.channel = channel;
        this.source = source;
        this.inflow = inflow;
        grown = now;
    }

    /// Makes the inflow of a file: at first, and anew whenever its content is another.
    interface Source {
        Inflow after(long lines);
    }

    /// Where to begin, and of what time lines are that say none.
    enum Start {
        /// At the start; what stands there was written at a time unknown.
        WRITTEN,
        /// At the start of a file that came into being just now.
        NEW,
        /// At the end.
        END
    }

    /// Follows a file. The lines before the end of one larger than 256 MiB are not counted: there
    /// their numbers begin with the first that is followed.
    static Tail of(Path path, Start start, Source source, Instant now) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        long size = start == Start.NEW ? 0 : channel.size();
        boolean counted = start == Start.END && size <= MOST_COUNTED;
        Inflow inflow = source.after(counted ? lines(channel, size) : 0);
        Tail tail = new Tail(channel, source, inflow, now);
        tail.caughtUp = size;
        if (start == Start.END) tail.position = size;
        tail.remember();
        return tail;
    }

    private static long lines(FileChannel channel, long size) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(1 << 20);
        long lines = 0;
        for (long at = 0; at < size; ) {
            int count = channel.read(some.clear(), at);
            if (count < 0) break;
            for (int i = 0; i < count; i++) {
                if (some.get(i) == '\n') lines++;
            }
            at += count;
        }
        return lines;
    }

    /// Reads what was written since, at most 4 MiB. Returns whether there was anything.
    boolean poll(Instant now) throws IOException {
        long size = channel.size();
        if (size < position || (size > position && !isSame())) again();
        long end = Math.min(size, position + MOST_AT_ONCE);
        boolean any = position < end;
        while (position < end) {
            int most = (int) Math.min(BLOCK, end - position);
            int count = channel.read(block.clear().limit(most), position);
            if (count <= 0) break;
            inflow.take(block.flip(), position < caughtUp ? Line.NO_TIME : micros(now));
            position += count;
        }
        if (any) {
            grown = now;
            remember();
        } else if (inflow.waits() && isIdle(UNENDED, now)) {
            inflow.flush();
        }
        return any;
    }

    static long micros(Instant now) {
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    /// Its content is another: from the start again.
    private void again() {
        inflow.flush();
        inflow = source.after(0);
        position = 0;
        caughtUp = 0;
        mark = new byte[0];
    }

    /// Keeps the octets before the position, by which the content is known again.
    private void remember() throws IOException {
        byte[] last = new byte[(int) Math.min(MARK, position)];
        mark = before(last) ? last : new byte[0];
    }

    private boolean isSame() throws IOException {
        byte[] last = new byte[mark.length];
        return before(last) && Arrays.equals(last, mark);
    }

    private boolean before(byte[] target) throws IOException {
        ByteBuffer all = ByteBuffer.wrap(target);
        while (all.hasRemaining()) {
            int count = channel.read(all, position - all.remaining());
            if (count < 0) return false;
        }
        return true;
    }

    /// Whether nothing was written for so long.
    boolean isIdle(Duration time, Instant now) {
        return grown.plus(time).isBefore(now);
    }

    /// Searches the start of a line whose end will not come.
    void flush() {
        inflow.flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package dev.goodgate.gateway.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The log's queue and its one writer, a daemon thread. A line is handed over without waiting; when
/// the disk or the pipe's reader is too slow the queue fills, further lines are dropped and
/// counted, and one notice says how many once lines flow again. Lines are on their way to the
/// kernel at most 50 ms after [#write], and a file that was rotated away is followed within a
/// second.
final class AccessLog implements AutoCloseable {
    private static final int TYPICAL_LINE_OCTETS = 512;
    private static final int BATCH_OCTETS = 2 * LineQueue.LONGEST;
    private static final long ROUND_NANOS = Duration.ofMillis(50).toNanos();
    private static final int ROUNDS_BETWEEN_ROTATION_CHECKS = 20;
    private static final Duration LAST_WRITES = Duration.ofSeconds(2);

    private final LineQueue queue;
    private final LogDestination destination;
    private final Consumer<String> notices;
    private final ByteBuffer batch = ByteBuffer.allocateDirect(BATCH_OCTETS);
    private final LongAdder dropped = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final AtomicBoolean called = new AtomicBoolean();
    private final AtomicBoolean reopen = new AtomicBoolean();
    private final Thread writer;
    private volatile boolean closing;
    private long droppedTold;
    private long droppedLastRound;
    private String fault = "";

    private AccessLog(LogDestination destination, int lines, Consumer<String> notices) {
        this.destination = destination;
        this.notices = notices;
        queue = new LineQueue(Math.clamp(lines, 64, 1 << 20) * TYPICAL_LINE_OCTETS);
        writer = Thread.ofPlatform().daemon().name("access-log").unstarted(this::run);
    }

    /// Opens the destination (`stdout`, `stderr` or a file name) and starts the writer. `lines` of
    /// typical length may wait. Throws when the file cannot be opened.
    static AccessLog start(String to, int lines, Consumer<String> notices) throws IOException {
        var log = new AccessLog(LogDestination.open(to), lines, notices);
        log.writer.start();
        return log;
    }

    /// Hands the line over, or drops and counts it. Any thread; never blocks, never allocates.
    void write(Line line) {
        if (!queue.offer(line.octets(), line.length())) {
            dropped.increment();
        } else if (queue.halfFull() && !called.get() && called.compareAndSet(false, true)) {
            LockSupport.unpark(writer);
        }
    }

    /// Lines that found no room or could not be written, since the start.
    long dropped() {
        return dropped.sum();
    }

    /// Lines handed to the kernel, since the start.
    long written() {
        return written.sum();
    }

    /// Has the writer open the file anew under its name.
    void reopen() {
        reopen.set(true);
        LockSupport.unpark(writer);
    }

    /// Writes what waits and ends the writer; waits at most two seconds for it. A writer stuck in a
    /// full pipe is left behind and ends when the pipe moves.
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        try {
            writer.join(LAST_WRITES);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int round = 0;
        while (!closing) {
            LockSupport.parkNanos(this, ROUND_NANOS);
            called.set(false);
            follow(++round % ROUNDS_BETWEEN_ROTATION_CHECKS == 0);
            writeWhatWaits();
            tellLoss();
        }
        writeWhatWaits();
        try {
            destination.close();
        } catch (IOException e) {
            report(e);
        }
    }

    private void follow(boolean due) {
        try {
            if (reopen.compareAndSet(true, false)) destination.reopen();
            else if (due) destination.followRotation();
        } catch (IOException e) {
            report(e);
        }
    }

    private void writeWhatWaits() {
        int lines;
        while ((lines = queue.drainTo(batch.clear())) > 0) {
            try {
                destination.write(batch.flip());
                written.add(lines);
                fault = "";
            } catch (IOException e) {
                dropped.add(lines);
                report(e);
            }
        }
    }

    /// One notice a fault, however many lines it costs.
    private void report(IOException e) {
        String now = String.valueOf(e.getMessage());
        if (!now.equals(fault)) notices.accept("access log: " + now);
        fault = now;
        try {
            destination.close();
        } catch (IOException _) {
            // it is the same fault again; the next write opens the file anew
        }
    }

    /// A round without further loss: lines flow again.
    private void tellLoss() {
        long now = dropped.sum();
        if (now != droppedTold && now == droppedLastRound && fault.isEmpty()) {
            notices.accept("access log: " + (now - droppedTold) + " lines dropped; it flows again");
            droppedTold = now;
        }
        droppedLastRound = now;
    }
}

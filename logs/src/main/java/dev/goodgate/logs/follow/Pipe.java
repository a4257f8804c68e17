package dev.goodgate.logs.follow;

import dev.goodgate.logs.scan.Inflow;
import dev.goodgate.logs.source.Opened;
import dev.goodgate.logs.source.Opening;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/// A stream that may pause, read by a thread of its own, which waits while the queue is full.
final class Pipe {
    private static final int BLOCK = 1 << 16;

    private final String name;
    private final Inflow inflow;
    private final BlockingQueue<Piece> queue;

    Pipe(String name, Inflow inflow, BlockingQueue<Piece> queue) {
        this.name = name;
        this.inflow = inflow;
        this.queue = queue;
    }

    /// What came of one pipe, or how it ended.
    sealed interface Piece {
        /// Octets.
        record Octets(Inflow inflow, ByteBuffer octets) implements Piece {}

        /// Nothing more comes.
        record End(Inflow inflow, Optional<Skipped> broken) implements Piece {}

        /// Nothing came: somebody wants attention.
        record Call() implements Piece {}
    }

    /// Reads a stream on a thread that does not keep the process alive.
    void start(InputStream stream) {
        thread(() -> put(new Piece.End(inflow, pump(stream))));
    }

    /// Opens, which may have to wait for the first octets, and reads.
    void start(Supplier<Opening> opening) {
        thread(() -> {
            switch (opening.get()) {
                case Skipped skipped -> put(new Piece.End(inflow, Optional.of(skipped)));
                case Opened opened -> {
                    Optional<Skipped> failed = pump(opened.stream());
                    put(new Piece.End(inflow, failed.or(opened::broken)));
                }
            }
        });
    }

    private void thread(Runnable work) {
        Thread.ofPlatform().daemon().name("follow-" + name).start(work);
    }

    private Optional<Skipped> pump(InputStream stream) {
        byte[] block = new byte[BLOCK];
        try {
            for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
                ByteBuffer copy = ByteBuffer.wrap(Arrays.copyOf(block, count));
                put(new Piece.Octets(inflow, copy));
            }
            return Optional.empty();
        } catch (IOException failed) {
            return Optional.of(new Skipped(name, Why.BROKEN, String.valueOf(failed.getMessage())));
        }
    }

    private void put(Piece piece) {
        try {
            queue.put(piece);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.goodgate.logs.scan;

import dev.goodgate.logs.tally.Tally;
import dev.goodgate.logs.tally.Where;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/// Searches inputs on several threads, each with a tally of its own, merged at the end. Inputs are
/// handed in one after the other by one thread, which waits while more than a few blocks are under
/// way: memory stays the same for any amount of logs. Close it when done.
public final class Scan implements AutoCloseable {
    /// After so many blocks their outcomes are looked at: an endless pipe leaves nothing behind.
    static final int MOST_UNDER_WAY = 1024;

    static final int STREAM_BLOCK = 2 << 20;

    private final Question question;
    private final ExecutorService threads;
    private final Semaphore room;
    private final AtomicLong octets = new AtomicLong();
    private final List<Worker> workers = new ArrayList<>();
    private final ThreadLocal<Worker> mine = ThreadLocal.withInitial(this::worker);
    private final List<Future<?>> under = new ArrayList<>();

    /// Reads as the question asks.
    public Scan(Question question) {
        this.question = question;
        int count = question.threads();
        ThreadFactory named = Thread.ofPlatform().name("scan-", 0).daemon().factory();
        threads = Executors.newFixedThreadPool(count, named);
        room = new Semaphore(count * 2);
    }

    /// One thread's tally and buffer.
    private final class Worker {
        private final Tally tally = new Tally();
        private final LineReader reader = new LineReader(question, tally);
        private byte[] buffer = new byte[0];

        void read(Block block) {
            reader.read(block);
            octets.addAndGet((long) block.to - block.from);
        }

        void read(FileBlocks blocks, long chunk) throws IOException {
            if (buffer.length == 0) buffer = new byte[FileBlocks.BUFFER];
            Optional<Block> block = blocks.at(chunk, buffer);
            if (block.isPresent()) read(block.get());
        }
    }

    private Worker worker() {
        Worker worker = new Worker();
        synchronized (workers) {
            workers.add(worker);
        }
        return worker;
    }

    /// Searches a plain file. Returns when it is read; a file that grows meanwhile is read as far
    /// as it went when opened.
    public void file(String name, Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            FileBlocks blocks = new FileBlocks(name, channel::read, size);
            for (long at = 0; at < size; at += FileBlocks.CHUNK) {
                long chunk = at;
                submit(() -> mine.get().read(blocks, chunk));
            }
            settle();
        }
    }

    /// Searches a stream to its end. What was read before a failure counts.
    public void stream(String name, InputStream stream) throws IOException {
        stream(name, stream, STREAM_BLOCK);
    }

    void stream(String name, InputStream stream, int size) throws IOException {
        StreamBlocks blocks = new StreamBlocks(name, stream, size);
        try {
            for (Optional<Block> next = blocks.next(); next.isPresent(); next = blocks.next()) {
                Block block = next.get();
                submit(() -> mine.get().read(block));
            }
        } finally {
            settle();
        }
    }

    /// Searches one text as if it were pasted: all of it is one line or a few.
    public void text(String name, String text) {
        Worker worker = mine.get();
        long number = 0;
        for (String line : text.split("\n", -1)) {
            worker.reader.read(line, new Where(name, 0, number++));
        }
    }

    /// How many octets were searched so far. For any thread.
    public long octets() {
        return octets.get();
    }

    /// All that was seen. Only when no input is being read.
    public Tally tally() {
        Tally all = new Tally();
        synchronized (workers) {
            for (Worker worker : workers) all.merge(worker.tally);
        }
        return all;
    }

    /// How many blocks were handed out whose outcome was not looked at.
    int underWay() {
        return under.size();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void submit(Work work) throws IOException {
        if (under.size() >= MOST_UNDER_WAY) settle();
        room.acquireUninterruptibly();
        under.add(
                threads.submit(() -> {
                    try {
                        work.run();
                    } finally {
                        room.release();
                    }
                    return null;
                }));
    }

    /// Waits for all that is under way; then the first failure is told, and none is told twice.
    private void settle() throws IOException {
        List<Future<?>> all = List.copyOf(under);
        under.clear();
        IOException broken = null;
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stopped);
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof IOException io)) {
                    throw new IllegalStateException(failed.getCause());
                }
                if (broken == null) broken = io;
            }
        }
        if (broken != null) throw broken;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

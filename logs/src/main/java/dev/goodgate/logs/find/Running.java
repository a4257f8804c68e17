package dev.goodgate.logs.find;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A program that runs for its output. Closing ends it. For one thread.
public final class Running implements Closeable {
    private static final int MOST_ERRORS = 4_096;
    private static final long LAST_WORDS_SECONDS = 2;

    private final Process process;
    private final CountDownLatch spoke = new CountDownLatch(1);
    private final CountDownLatch heard = new CountDownLatch(1);
    private volatile String errors = "";
    private volatile boolean silent;

    private Running(Process process) {
        this.process = process;
    }

    /// Starts it. Where it says nothing at all for so long it is ended; zero for no limit.
    static Running of(List<String> command, Duration silence) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("SYSTEMD_COLORS", "0");
        builder.environment().put("SYSTEMD_URLIFY", "0");
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        Running running = new Running(builder.start());
        Thread.ofVirtual().start(running::listen);
        if (!silence.isZero()) Thread.ofVirtual().start(() -> running.limit(silence));
        return running;
    }

    /// Reads what it complains of, and passes over the rest of long complaints.
    private void listen() {
        try (InputStream stream = process.getErrorStream()) {
            byte[] first = stream.readNBytes(MOST_ERRORS);
            errors = new String(first, StandardCharsets.UTF_8).strip();
            heard.countDown();
            stream.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException | UncheckedIOException _) {
            // It was ended.
        } finally {
            heard.countDown();
        }
    }

    private void limit(Duration silence) {
        try {
            if (spoke.await(silence.toMillis(), TimeUnit.MILLISECONDS)) return;
            silent = true;
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What it writes.
    public InputStream output() {
        return new FilterInputStream(process.getInputStream()) {
            @Override
            public int read(byte[] target, int from, int most) throws IOException {
                int count = super.read(target, from, most);
                spoke.countDown();
                return count;
            }
        };
    }

    /// Whether it was ended since it said nothing.
    boolean silent() {
        return silent;
    }

    /// What it complained of, after its output ended.
    String errors() {
        await(heard);
        return errors;
    }

    /// Its exit status after its output ended; -1 where it goes on all the same.
    int exit() {
        try {
            boolean ended = process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            return ended ? process.exitValue() : -1;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            boolean _ = latch.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        spoke.countDown();
        process.destroy();
        process.descendants().forEach(ProcessHandle::destroy);
    }
}

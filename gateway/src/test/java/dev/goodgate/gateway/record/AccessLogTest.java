package dev.goodgate.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class AccessLogTest {
    @TempDir Path folder;
    private final BlockingQueue<String> notices = new LinkedBlockingQueue<>();

    @Test
    void lines_are_in_the_file_soon_without_closing() throws Exception {
        Path file = folder.resolve("access.log");
        try (var log = AccessLog.start(file.toString(), 64, notices::add)) {
            log.write(line("first"));
            until(() -> read(file).equals("first\n"));
            until(() -> log.written() == 1); // counted after it has been written
        }
    }

    @Test
    void closing_writes_what_waits_and_an_old_file_is_appended_to() throws Exception {
        Path file = Files.writeString(folder.resolve("access.log"), "old\n");
        try (var log = AccessLog.start(file.toString(), 64, notices::add)) {
            log.write(line("new"));
        }
        assertThat(read(file)).isEqualTo("old\nnew\n");
    }

    @Test
    void a_stalled_reader_never_blocks_the_caller_and_costs_counted_lines() throws Exception {
        Path pipe = pipe();
        var log = AccessLog.start(pipe.toString(), 64, notices::add);
        InputStream reader = openReader(log, pipe);
        long slowest = 0;
        for (int i = 0; i < 20_000; i++) {
            long start = System.nanoTime();
            log.write(line("line " + i + " " + "x".repeat(80)));
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofMillis(500));
        assertThat(log.dropped()).isPositive();
        Thread drain = Thread.ofPlatform().daemon().start(() -> swallow(reader));
        long told = 0;
        while (told < log.dropped()) {
            String notice = notices.poll(10, TimeUnit.SECONDS);
            assertThat(notice).contains(" lines dropped; it flows again");
            told += Long.parseLong(notice.replaceAll("[^0-9]", ""));
        }
        log.close();
        drain.join();
        assertThat(log.written() + log.dropped()).isEqualTo(20_001);
    }

    @Test
    void a_pipe_without_a_reader_does_not_stop_the_start_nor_the_close() throws Exception {
        Path pipe = pipe();
        long start = System.nanoTime();
        var log = AccessLog.start(pipe.toString(), 64, notices::add);
        log.write(line("lost"));
        log.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        Files.newInputStream(pipe, java.nio.file.StandardOpenOption.READ).close();
    }

    @Test
    void a_file_that_was_rotated_away_is_followed() throws Exception {
        Path file = folder.resolve("access.log");
        Path old = folder.resolve("access.log.1");
        try (var log = AccessLog.start(file.toString(), 64, notices::add)) {
            log.write(line("before"));
            until(() -> read(file).equals("before\n"));
            Files.move(file, old);
            until(() -> Files.exists(file));
            log.write(line("after"));
            until(() -> read(file).equals("after\n"));
        }
        assertThat(read(old)).isEqualTo("before\n");
    }

    @Test
    void a_file_is_reopened_on_demand() throws Exception {
        Path file = folder.resolve("access.log");
        try (var log = AccessLog.start(file.toString(), 64, notices::add)) {
            Files.delete(file);
            log.reopen();
            until(() -> Files.exists(file));
        }
    }

    @Test
    void a_full_disk_costs_counted_lines_and_one_notice() throws Exception {
        try (var log = AccessLog.start("/dev/full", 64, notices::add)) {
            for (int i = 1; i <= 3; i++) {
                log.write(line("line"));
                long expected = i;
                until(() -> log.dropped() == expected);
            }
        }
        assertThat(notices).singleElement().asString().contains("No space left");
    }

    @Test
    void a_folder_that_is_not_there_is_told_at_the_start() {
        assertThatThrownBy(() ->
                        AccessLog.start(
                                folder.resolve("no/access.log").toString(), 64, notices::add))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> AccessLog.start(folder.toString(), 64, notices::add))
                .hasMessageContaining("is a directory");
    }

    private Path pipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        return pipe;
    }

    /// Opening either end of a pipe waits for the other: the log opens with its first line.
    private static InputStream openReader(AccessLog log, Path pipe) throws IOException {
        log.write(line("hello"));
        return Files.newInputStream(pipe);
    }

    private static void swallow(InputStream reader) {
        try (reader) {
            reader.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the pipe was closed
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        return new Line().begin(Line.Escaping.JSON).escaped(text).octet('\n');
    }

    private static void until(BooleanSupplier reached) {
        while (!reached.getAsBoolean()) Thread.onSpinWait();
    }
}

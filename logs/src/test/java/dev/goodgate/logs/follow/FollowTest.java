package dev.goodgate.logs.follow;

import static dev.goodgate.logs.follow.Following.append;
import static dev.goodgate.logs.follow.Following.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.source.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowTest {
    private static final String FINE =
            "192.0.2.1 - - [05/Jan/2026:06:07:08 +0000] \"GET / HTTP/1.1\" 200 12 \"-\" \"-\"\n";
    private static final Span SINCE_2026 =
            new Span(
                    Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() * 1_000_000,
                    Long.MAX_VALUE);

    @TempDir private Path folder;

    private Path log() throws IOException {
        Path log = folder.resolve("error.log");
        append(log, refused("10.0.0.1:80"));
        append(log, FINE);
        return log;
    }

    @Test
    void a_line_is_told_as_it_is_written_and_older_ones_are_not() throws Exception {
        Path log = log();
        try (Following following = new Following(Span.ALL).of(log).started()) {
            append(log, refused("10.0.0.9:80"));
            assertThat(following.next())
                    .isEqualTo(new Following.Heard("error.log:3", 1, "connect.refused"));
            assertThat(following.rest()).isEmpty();
        }
    }

    @Test
    void with_a_beginning_what_was_written_since_is_told_too() throws Exception {
        Path log = log();
        try (Following following = new Following(SINCE_2026).of(log).started()) {
            assertThat(following.next().place()).isEqualTo("error.log:1");
        }
    }

    @Test
    void half_a_line_waits_for_the_other_half() throws Exception {
        Path log = log();
        String line = refused("10.0.0.9:80");
        try (Following following = new Following(Span.ALL).of(log).started()) {
            append(log, line.substring(0, 60));
            append(folder.resolve("unused"), "x");
            append(log, line.substring(60));
            assertThat(following.next().failures()).isEqualTo(1);
            assertThat(following.rest()).isEmpty();
        }
    }

    @Test
    void a_line_whose_end_never_comes_is_told_when_following_ends() throws Exception {
        Path log = log();
        try (Following following = new Following(Span.ALL).of(log)) {
            append(log, refused("10.0.0.9:80").strip());
            following.started();
            assertThat(following.rest()).hasSize(1);
        }
    }

    @Test
    void a_story_is_told_again_when_its_failures_grew_tenfold() throws Exception {
        Path log = log();
        try (Following following = new Following(Span.ALL).of(log).started()) {
            append(log, refused("10.0.0.9:80"));
            assertThat(following.next().failures()).isEqualTo(1);
            append(log, refused("10.0.0.9:80").repeat(8));
            append(log, refused("10.0.0.9:80").repeat(2));
            assertThat(following.next().failures()).isGreaterThanOrEqualTo(10);
            append(log, refused("10.0.0.9:80").repeat(20));
            assertThat(following.rest()).isEmpty();
        }
    }

    @Test
    void a_renamed_file_is_read_to_its_end_and_its_successor_from_its_start() throws Exception {
        Path log = log();
        try (Following following = new Following(Span.ALL).of(log).started()) {
            Path old = Files.move(log, folder.resolve("error.log.1"));
            append(log, FINE + refused("10.0.0.9:80"));
            assertThat(following.next().place()).isEqualTo("error.log#2:2");
            append(old, refused("10.0.0.7:81").repeat(30));
            assertThat(following.next().failures()).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void a_truncated_file_is_read_from_its_start() throws Exception {
        Path log = log();
        try (Following following = new Following(Span.ALL).of(log).started()) {
            append(log, refused("10.0.0.9:80"));
            assertThat(following.next().place()).isEqualTo("error.log:3");
            Files.copy(log, folder.resolve("copy"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(log, refused("10.0.0.8:80").repeat(12));
            assertThat(following.next().failures()).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void a_file_written_anew_and_longer_is_read_from_its_start() throws Exception {
        Path log = folder.resolve("error.log");
        append(log, FINE);
        try (Following following = new Following(Span.ALL).of(log).started()) {
            Files.writeString(log, refused("10.0.0.8:80") + FINE.repeat(5));
            assertThat(following.next().place()).isEqualTo("error.log#2:1");
        }
    }

    @Test
    void a_new_file_in_a_folder_is_read_from_its_start_and_a_renamed_one_is_not_new()
            throws Exception {
        Path log = log();
        try (Following following = new Following(Span.ALL).of(folder).started()) {
            append(log, refused("10.0.0.9:80"));
            assertThat(following.next().place()).isEqualTo("error.log:3");
            Files.move(log, folder.resolve("error.log.1"));
            append(folder.resolve("new.log"), refused("10.0.0.9:80").repeat(10));
            Following.Heard again = following.next();
            assertThat(again.failures()).isEqualTo(11);
        }
    }

    @Test
    void what_is_packed_is_not_followed_and_what_is_missing_is_named() throws Exception {
        Path packed = folder.resolve("error.log.2.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(refused("10.0.0.9:80").getBytes(StandardCharsets.UTF_8));
        }
        try (Following following =
                new Following(SINCE_2026).of(folder, folder.resolve("missing")).started()) {
            assertThat(following.rest()).isEmpty();
            assertThat(following.follow().skipped())
                    .singleElement()
                    .satisfies(one -> assertThat(one.name()).endsWith("/missing"));
        }
    }

    @Test
    void it_ends_with_the_standard_input() throws Exception {
        PipedOutputStream out = new PipedOutputStream();
        try (Following following = new Following(Span.ALL, new PipedInputStream(out))) {
            following.of(Path.of("-")).started();
            out.write(refused("10.0.0.9:80").getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(following.next().place()).isEqualTo("-:1");
            out.close();
            assertThat(following.follow().awaitEnd(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void a_stream_and_a_file_tell_one_story() throws Exception {
        Path log = log();
        try (PipedOutputStream out = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(out);
                Following following = new Following(Span.ALL).of(log)) {
            following.follow().stream("journal", in);
            following.started();
            append(log, refused("10.0.0.9:80"));
            assertThat(following.next().failures()).isEqualTo(1);
            out.write(refused("10.0.0.9:80").repeat(12).getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertThat(following.next().failures()).isGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void what_cannot_be_followed_is_named_once_however_often_the_folder_is_listed()
            throws Exception {
        Files.write(folder.resolve("core"), new byte[] {0, 1, 2});
        Path log = log();
        AtomicLong seconds = new AtomicLong();
        InstantSource hasty = () -> Instant.ofEpochSecond(seconds.addAndGet(3));
        InputStream nothing = InputStream.nullInputStream();
        try (Following following = new Following(Span.ALL, nothing, hasty).of(folder).started()) {
            append(log, refused("10.0.0.9:80"));
            following.next();
            append(log, refused("10.0.0.8:80").repeat(20));
            following.next();
            assertThat(following.follow().skipped())
                    .extracting(Skipped::name)
                    .containsExactly(folder + "/core");
        }
    }
}

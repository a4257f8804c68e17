package dev.goodgate.logs.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program named journalctl stands first on the PATH and is really run.
final class JournalTest {
    private static final String REFUSED =
            "2026-01-05T06:07:08.123456+0000 box nginx[7]: 2026/01/05 06:07:08 [error] 7#7: *1"
                    + " connect() failed (111: Connection refused) while connecting to upstream,"
                    + " client: 192.0.2.1, server: shop.test, request: \"GET / HTTP/1.1\","
                    + " upstream: \"http://10.0.0.3:8080/\", host: \"shop.test\"";

    @TempDir private Path folder;

    private Explained read(String script, Span span) throws IOException {
        program(script);
        return read(new Journal("/nowhere:" + folder, Duration.ofSeconds(20)), span);
    }

    private static Explained read(Journal journal, Span span) {
        Clock clock = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 6));
        Question question = new Question(clock, Span.ALL, Dialects.KNOWN, 1);
        try (Explanation explanation = new Explanation(question)) {
            journal.read(explanation, span);
            return explanation.done();
        }
    }

    private void program(String script) throws IOException {
        Path program =
                Files.writeString(folder.resolve("journalctl"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String asked() throws IOException {
        return Files.readString(folder.resolve("asked")).strip();
    }

    @Test
    void what_the_journal_says_becomes_a_story() throws IOException {
        Explained told = read("cat <<'END'\n" + REFUSED + "\nEND", Span.ALL);
        assertThat(told.skipped()).isEmpty();
        assertThat(told.stories()).hasSize(1);
        assertThat(told.stories().getFirst().evidence(1).getFirst().where().source())
                .isEqualTo("journal");
    }

    @Test
    void without_a_time_it_asks_for_a_day() throws IOException {
        read("echo \"$@\" > '" + folder + "/asked'", Span.ALL);
        assertThat(asked()).isEqualTo("--no-pager --output=short-iso-precise --since=-24h");
    }

    @Test
    void a_span_is_asked_for_in_whole_seconds_that_hold_it() throws IOException {
        read("echo \"$@\" > '" + folder + "/asked'", new Span(5_900_000, 8_100_000));
        assertThat(asked()).endsWith("--since=@5 --until=@9");
    }

    @Test
    void a_closed_journal_is_named_with_the_group_to_join() throws IOException {
        Explained told =
                read(
                        "echo 'No journal files were opened due to insufficient permissions.' >&2;"
                                + " exit 1",
                        Span.ALL);
        assertThat(told.skipped().getFirst().why()).isEqualTo(Why.UNREADABLE);
        assertThat(told.skipped().getFirst().detail()).contains("usermod -aG systemd-journal");
    }

    @Test
    void what_is_read_in_part_is_said_so() throws IOException {
        String hint =
                "Hint: You are currently not seeing messages from other users and the system.";
        Explained told = read("echo '" + hint + "' >&2; echo '" + REFUSED + "'", Span.ALL);
        assertThat(told.stories()).hasSize(1);
        assertThat(told.skipped().getFirst().detail()).startsWith("only your own messages");
    }

    @Test
    void a_failure_is_told_in_its_own_words() throws IOException {
        Explained told = read("echo 'unrecognized option' >&2; exit 3", Span.ALL);
        assertThat(told.skipped().getFirst().detail())
                .isEqualTo("journalctl ended with 3: unrecognized option");
    }

    @Test
    void a_missing_program_is_said_so() {
        Explained told = read(Journal.on("/nowhere"), Span.ALL);
        assertThat(told.skipped().getFirst().detail()).startsWith("no journalctl on the PATH");
        assertThatThrownBy(() -> Journal.on("").follow(Span.ALL)).isInstanceOf(IOException.class);
    }

    @Test
    void endless_complaints_do_not_block_it() throws IOException {
        Explained told =
                read(
                        "head -c 3000000 /dev/zero | tr '\\0' x >&2; echo '" + REFUSED + "'",
                        Span.ALL);
        assertThat(told.stories()).hasSize(1);
    }

    @Test
    void a_silent_one_is_ended() throws IOException {
        program("exec tail -f /dev/null");
        Journal journal = new Journal(folder.toString(), Duration.ofMillis(200));
        assertThat(read(journal, Span.ALL).skipped().getFirst().detail())
                .isEqualTo("journalctl said nothing in time");
    }

    @Test
    void followed_it_ends_when_closed() throws IOException {
        program("echo \"$@\" > '" + folder + "/asked'; echo first; exec tail -f /dev/null");
        Running running = Journal.on(folder.toString()).follow(Span.ALL);
        byte[] line = running.output().readNBytes(6);
        assertThat(new String(line, StandardCharsets.UTF_8)).isEqualTo("first\n");
        assertThat(asked()).startsWith("--follow --no-pager").endsWith("--lines=0");
        running.close();
        assertThat(running.exit()).isGreaterThan(0);
    }
}

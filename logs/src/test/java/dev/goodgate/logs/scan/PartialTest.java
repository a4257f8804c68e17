package dev.goodgate.logs.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.tally.Tally;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts read by somebody else's threads.
final class PartialTest {
    private static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 31));
    private static final Question QUESTION = new Question(CLOCK, Span.ALL, Dialects.KNOWN, 2);

    @TempDir private Path folder;

    private final byte[] log = new SampleLog(new Random(7)).write(70_000);

    @Test
    void parts_of_a_file_merge_to_what_a_scan_of_it_tells() throws IOException {
        assertThat(log.length).isGreaterThan(2 * Partial.STEP);
        Path file = Files.write(folder.resolve("app.log"), log);
        Tally whole;
        try (Scan scan = new Scan(QUESTION)) {
            scan.file("app.log", file);
            whole = scan.tally();
        }
        Tally parts = new Tally();
        for (long at = 0; at < log.length; at += Partial.STEP) {
            Partial part = new Partial(QUESTION);
            part.range(source(), at, at + Partial.STEP);
            parts.merge(part.tally());
        }
        assertThat(parts).isEqualTo(whole);
        assertThat(whole.coverage().total().lines()).isEqualTo(70_000);
    }

    @Test
    void a_stream_tells_what_a_scan_of_it_tells() throws IOException {
        Partial part = new Partial(QUESTION);
        part.stream("app.log", new ByteArrayInputStream(log));
        try (Scan scan = new Scan(QUESTION)) {
            scan.stream("app.log", new ByteArrayInputStream(log));
            assertThat(part.tally()).isEqualTo(scan.tally());
        }
    }

    @Test
    void a_part_begins_at_a_step() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Partial(QUESTION).range(source(), 17, 18));
    }

    private Partial.Source source() {
        return new Partial.Source("app.log", this::octets, log.length);
    }

    private int octets(ByteBuffer into, long at) {
        int length = (int) Math.min(into.remaining(), log.length - at);
        if (length <= 0) return -1;
        into.put(log, (int) at, length);
        return length;
    }
}

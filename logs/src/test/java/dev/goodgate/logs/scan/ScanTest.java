package dev.goodgate.logs.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several inputs in one scan.
final class ScanTest {
    private static final Clock CLOCK = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 31));

    @TempDir private Path folder;

    /// A folder opens as a file does, and its octets cannot be read.
    @Test
    void an_input_that_cannot_be_read_does_not_spoil_those_after_it() throws IOException {
        Path good = Files.writeString(folder.resolve("app.log"), "one\ntwo\n");
        try (Scan scan = new Scan(new Question(CLOCK, Span.ALL, Dialects.KNOWN, 2))) {
            assertThatThrownBy(() -> scan.file("folder", folder)).isInstanceOf(IOException.class);
            scan.file("app.log", good);
            assertThat(scan.tally().coverage().total().lines()).isEqualTo(2);
        }
    }
}

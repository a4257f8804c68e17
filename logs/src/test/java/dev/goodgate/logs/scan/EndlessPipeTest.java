package dev.goodgate.logs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/// A pipe that nobody ends.
final class EndlessPipeTest {
    private static final Question QUESTION =
            new Question(
                    new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 6)),
                    Span.ALL,
                    Dialects.KNOWN,
                    2);
    private static final int BLOCKS = 5 * Scan.MOST_UNDER_WAY;
    private static final byte[] LINE = "a line of sixteen\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void blocks_that_were_read_leave_nothing_behind() throws IOException {
        try (Scan scan = new Scan(QUESTION)) {
            InputStream pipe =
                    new InputStream() {
                        private int lines;

                        @Override
                        public int read() {
                            return -1;
                        }

                        @Override
                        public int read(byte[] target, int from, int most) {
                            assertThat(scan.underWay()).isLessThanOrEqualTo(Scan.MOST_UNDER_WAY);
                            if (lines++ == BLOCKS) return -1;
                            int count = Math.min(most, LINE.length);
                            System.arraycopy(LINE, 0, target, from, count);
                            return count;
                        }
                    };
            scan.stream("pipe", pipe, LINE.length);
            assertThat(scan.underWay()).isZero();
            assertThat(scan.tally().coverage().total().lines()).isPositive();
        }
    }
}

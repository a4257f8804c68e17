package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.cases.CaseFile;
import dev.goodgate.logs.line.Line;
import dev.goodgate.logs.line.Peel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialectsTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus/recorded.jsonl");

    @Test
    void a_line_of_the_common_log_format_is_read_as_all_dialects_in_their_order_read_it()
            throws Exception {
        List<Line> common =
                Stream.concat(recorded(), samples())
                        .filter(line -> Clf.begins(line.text()))
                        .toList();
        assertThat(common).hasSizeGreaterThan(100);
        for (Line line : common) {
            Optional<Entry> all = Dialects.first(Dialects.ALL, line, Sample.CLOCK);
            assertThat(Dialects.KNOWN.read(line, Sample.CLOCK).map(Entry::dialect))
                    .as(line.text())
                    .isEqualTo(all.map(Entry::dialect));
        }
    }

    private static Stream<Line> recorded() throws Exception {
        return CaseFile.read(CORPUS).stream()
                .flatMap(one -> one.lines().stream())
                .map(raw -> Peel.of(raw, Sample.CLOCK));
    }

    private static Stream<Line> samples() {
        return Stream.of("apps", "cloud", "generic", "machine", "mesh")
                .flatMap(file -> Sample.of(file).stream())
                .map(sample -> Line.bare(sample.line()));
    }
}

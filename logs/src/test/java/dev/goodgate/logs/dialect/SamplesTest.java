package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines of every kind of writer, in files of samples: read field by field, and without a fault
/// when they are spoilt.
class SamplesTest {
    private static final int LEAST = 25;

    @ParameterizedTest
    @ValueSource(strings = {"apps", "cloud", "generic", "machine", "mesh"})
    void each_line_is_read_by_its_dialect_field_by_field(String file) {
        List<Sample> samples = Sample.of(file);
        assertThat(samples).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(samples.stream().flatMap(sample -> sample.wrong().stream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps", "cloud", "generic", "machine", "mesh"})
    void a_line_cut_anywhere_or_with_any_octets_changed_is_read_without_a_fault(String file) {
        for (Sample sample : Sample.of(file)) {
            Hostile.cut(sample.line());
            Hostile.changed(sample.line());
        }
    }
}

package dev.goodgate.logs.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CloudDialectsTest {
    private static final List<Sample> SAMPLES = Sample.of("cloud");

    @Test
    void each_line_is_read_by_its_dialect_field_by_field() {
        assertThat(SAMPLES).hasSizeGreaterThanOrEqualTo(25);
        assertThat(SAMPLES.stream().flatMap(sample -> sample.wrong().stream())).isEmpty();
    }

    @Test
    void a_line_cut_anywhere_is_read_without_a_fault() {
        for (Sample sample : SAMPLES) Hostile.cut(sample.line());
    }

    @Test
    void a_line_with_any_octet_changed_is_read_without_a_fault() {
        for (Sample sample : SAMPLES) Hostile.changed(sample.line());
    }
}

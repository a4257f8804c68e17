package dev.goodgate.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void the_median_of_an_odd_number_is_the_middle_value() {
        assertThat(new Series(List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2.0);
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assertThat(new Series(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3.0);
    }

    @Test
    void the_spread_is_half_the_range_in_percent_of_the_median() {
        assertThat(new Series(List.of(9.0, 10.0, 11.0)).spreadPercent()).isEqualTo(10.0);
    }

    @Test
    void nothing_measured_is_nought() {
        assertThat(new Series(List.of()).median()).isZero();
    }
}

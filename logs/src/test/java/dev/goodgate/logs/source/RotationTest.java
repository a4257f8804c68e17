package dev.goodgate.logs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static List<String> sorted(String... names) {
        List<Input> inputs =
                Arrays.stream(names).<Input>map(n -> new Input.File(n, Path.of(n))).toList();
        return Rotation.sorted(inputs).stream().map(Input::name).toList();
    }

    @Test
    void higher_numbers_are_older_and_the_file_without_one_is_the_newest() {
        assertThat(sorted("app.log", "app.log.1", "app.log.10.gz", "app.log.2.gz"))
                .containsExactly("app.log.10.gz", "app.log.2.gz", "app.log.1", "app.log");
    }

    @Test
    void dates_come_in_their_order_before_the_file_without_one() {
        assertThat(sorted("app.log", "app.log-20260103", "app.log-20251231.gz"))
                .containsExactly("app.log-20251231.gz", "app.log-20260103", "app.log");
        assertThat(sorted("a-2026-01-03.log", "a.log", "a-2026-01-02.log"))
                .containsExactly("a-2026-01-02.log", "a-2026-01-03.log", "a.log");
        assertThat(sorted("a.2026-01-02.txt", "a.2026-01-01.txt"))
                .containsExactly("a.2026-01-01.txt", "a.2026-01-02.txt");
    }

    @Test
    void numbers_within_a_day_count_up() {
        assertThat(
                        sorted(
                                "a.log",
                                "a-2026-01-02.1.log",
                                "a-2026-01-02.0.log",
                                "a-2026-01-01.7.log"))
                .containsExactly(
                        "a-2026-01-01.7.log", "a-2026-01-02.0.log", "a-2026-01-02.1.log", "a.log");
    }

    @Test
    void hours_within_a_day_count_too() {
        assertThat(sorted("a.log-20260102-13", "a.log-20260102-02.gz"))
                .containsExactly("a.log-20260102-02.gz", "a.log-20260102-13");
    }

    @Test
    void each_log_stays_where_its_first_file_stood() {
        assertThat(sorted("b/error.log", "a/error.log", "b/error.log.1", "b/access.log"))
                .containsExactly("b/error.log.1", "b/error.log", "a/error.log", "b/access.log");
    }

    @Test
    void addresses_and_versions_are_no_dates() {
        assertThat(Rotation.of("php8.3-fpm.log")).isEqualTo(new Rotation("php8.3-fpm.log", "", -1));
        assertThat(Rotation.of("app-20269902.log"))
                .isEqualTo(new Rotation("app-20269902.log", "", -1));
        assertThat(Rotation.of("2026-01-02")).isEqualTo(new Rotation("", "20260102", -1));
        assertThat(Rotation.of("")).isEqualTo(new Rotation("", "", -1));
    }
}

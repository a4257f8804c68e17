package dev.goodgate.logs.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What PHP, its pools and WordPress write is told apart by its words.
final class PhpSignsTest {
    private static final Catalogue CATALOGUE = new Catalogue("php", "php-fpm", "wordpress");

    static Stream<String> lines() {
        return Catalogue.lines("php-lines.txt").stream();
    }

    static Stream<String> healthy() {
        return Catalogue.lines("healthy-web-lines.txt").stream();
    }

    /// Each line of the file is `ids | what the server wrote`.
    @ParameterizedTest
    @MethodSource("lines")
    void a_message_shows_the_signs_of_its_own_cause_and_no_others(String row) {
        int bar = row.indexOf(" | ");
        assertThat(CATALOGUE.shownBy(row.substring(bar + 3)))
                .containsExactlyInAnyOrder(row.substring(0, bar).split(" ", -1));
    }

    @ParameterizedTest
    @MethodSource("healthy")
    void a_healthy_line_shows_no_failure(String line) {
        assertThat(CATALOGUE.failuresShownBy(line)).isEmpty();
    }

    @Test
    void every_sign_of_failure_has_words_and_causes() {
        for (Sign sign : CATALOGUE.signs()) {
            assertThat(sign.patterns()).as(sign.place()).isNotEmpty();
            if (!sign.note()) assertThat(sign.causes()).as(sign.place()).isNotEmpty();
        }
    }

    @Test
    void shares_of_a_sign_are_no_more_than_all_cases_and_the_first_is_the_most_frequent() {
        for (Sign sign : CATALOGUE.signs()) {
            List<Integer> shares = List.copyOf(sign.causes().values());
            int sum = shares.stream().mapToInt(Integer::intValue).sum();
            assertThat(sum).as(sign.place()).isLessThanOrEqualTo(100);
            if (!shares.isEmpty()) {
                assertThat(shares.getFirst()).as(sign.place()).isEqualTo(sign.surest());
            }
        }
    }

    @Test
    void every_pattern_has_a_word_long_enough_to_search_for() {
        for (Sign sign : CATALOGUE.signs()) {
            for (Pattern pattern : sign.patterns()) {
                assertThat(pattern.longest()).as(sign.place()).hasSizeGreaterThan(4);
            }
        }
    }
}

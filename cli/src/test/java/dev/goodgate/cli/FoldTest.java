package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FoldTest {
    @Test
    void words_stay_whole_and_lines_fit() {
        assertThat(Fold.lines("one two three four", 9)).containsExactly("one two", "three", "four");
    }

    @Test
    void a_line_may_be_filled_to_the_last_column() {
        assertThat(Fold.lines("one two three", 7)).containsExactly("one two", "three");
    }

    @Test
    void a_word_that_is_too_long_gets_a_line_of_its_own() {
        assertThat(Fold.lines("see https://example.org/long now", 8))
                .containsExactly("see", "https://example.org/long", "now");
    }

    @Test
    void chinese_characters_take_two_columns_and_break_anywhere() {
        assertThat(Fold.columns("网关 502")).isEqualTo(8);
        assertThat(Fold.lines("网关没有收到响应", 8)).containsExactly("网关没有", "收到响应");
    }

    @Test
    void a_line_does_not_start_with_a_closing_mark() {
        assertThat(Fold.lines("网关没有，收到", 8)).containsExactly("网关没", "有，收到");
    }

    @Test
    void no_text_is_one_empty_line() {
        assertThat(Fold.lines("", 8)).containsExactly("");
    }
}

package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
                "text/html, */* | HTML",
                "application/json | PROBLEM",
                "application/problem+json, text/html;q=0.9 | PROBLEM",
                "text/markdown | MARKDOWN",
                "text/plain | PLAIN",
                "text/plain;q=0.5, text/markdown;q=0.6 | MARKDOWN",
                "text/* | HTML",
                "text/*, text/html;q=0.1 | MARKDOWN",
                "*/* | PROBLEM",
                "*/*, application/problem+json;q=0 | HTML",
                "TEXT/HTML;Q=1.0 | HTML",
                "text/html;level=1;q=0.7 | HTML",
                "text/html;q=0, text/plain;q=0.1 | PLAIN",
                "image/webp,*/*;q=0.1 | PROBLEM",
                "application/xhtml+xml | HTML",
            })
    void the_best_weight_wins(String accept, Format expected) {
        assertThat(Format.fromAccept(accept)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "garbage",
                "text",
                "/",
                "text/html;q=7",
                ",,,;;;===",
                "image/png",
                "text/html;q=0"
            })
    void what_accepts_nothing_of_ours_gets_problem_details(String accept) {
        assertThat(Format.fromAccept(accept)).isEqualTo(Format.PROBLEM);
    }

    @Test
    void a_hostile_list_costs_no_more_than_a_long_one() {
        assertThat(Format.fromAccept("text/html;;;;;;;;;;q=0.1,".repeat(1_000_000)))
                .isEqualTo(Format.HTML);
    }
}

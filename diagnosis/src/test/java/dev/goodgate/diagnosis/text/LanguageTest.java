package dev.goodgate.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void english_is_always_there_and_first() {
        assertThat(Language.all()).startsWith(Language.ENGLISH).doesNotHaveDuplicates();
    }

    @Test
    void a_language_without_texts_falls_back_to_english() {
        assertThat(Language.fromAccept("tlh;q=1, x-pig-latin")).isEqualTo(Language.ENGLISH);
        assertThat(Language.fromAccept("")).isEqualTo(Language.ENGLISH);
        assertThat(Language.fromAccept("*")).isEqualTo(Language.ENGLISH);
    }

    @Test
    void garbage_is_read_in_linear_time_and_without_an_error() {
        assertThat(Language.fromAccept(",;q=;=,,\u0000".repeat(200_000)))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void preferences_are_handed_over_with_their_weights() {
        assertThat(read("da, en-GB;q=0.8 , EN;Q=0.71;x=y"))
                .containsExactly("da 1000", "en-gb 800", "en 710");
        assertThat(read("a;q=0, b;q=1.000, c;q=0.001")).containsExactly("a 0", "b 1000", "c 1");
    }

    @Test
    void members_with_malformed_weights_are_left_out() {
        assertThat(read("a;q=2, b;q=1.5, c;q=, d;q=0.1234, e;q=-1, f;q=.5, g;q=1x, h"))
                .containsExactly("h 1000");
        assertThat(read(",, ,;q=1,")).isEmpty();
    }

    private static List<String> read(String list) {
        List<String> read = new ArrayList<>();
        Preferences.each(list, (value, weight) -> read.add(value + " " + weight));
        return read;
    }
}

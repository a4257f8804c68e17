package dev.goodgate.diagnosis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final String FOLDER = "src/main/resources/dev/goodgate/diagnosis/text";

    @Test
    void english_is_always_there_and_first() {
        assertThat(Language.all()).startsWith(Language.ENGLISH).doesNotHaveDuplicates();
    }

    @Test
    void every_file_of_texts_belongs_to_a_language_and_every_language_has_its_files()
            throws IOException {
        Set<String> expected = new TreeSet<>();
        for (Language language : Language.all()) {
            for (String base : Texts.FILES) expected.add(language.file(base));
        }
        try (Stream<Path> files = Files.list(Path.of(FOLDER))) {
            assertThat(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.matches("advice\\.properties")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"ru,ru", "RU,ru", "ru-RU,ru", "zh-Hant-TW,zh", "es_MX,es", "en-x-y,en"})
    void a_tag_means_the_language_of_its_primary_subtag(String tag, String expected) {
        assertThat(Language.find(tag)).map(Language::tag).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "r", "rus", "tlh", "русский", "*"})
    void a_tag_without_texts_means_none(String tag) {
        assertThat(Language.find(tag)).isEmpty();
    }

    @Test
    void garbage_is_read_in_linear_time_and_without_an_error() {
        assertThat(Language.fromAccept(",;q=;=,,\u0000".repeat(200_000), Language.ENGLISH))
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

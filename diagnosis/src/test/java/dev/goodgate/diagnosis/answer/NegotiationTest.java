package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What clients say they want, and what they get.
class NegotiationTest {
    private static final Path TABLE = Path.of("src/test/resources/negotiation/table.txt");

    record Row(String accept, String languages, Format format, String language) {}

    static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", -1))
                .map(cells ->
                        new Row(sent(cells[0]), sent(cells[1]), Format.valueOf(cells[2]), cells[3]))
                .toList();
    }

    private static String sent(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    @Test
    void the_table_has_sixty_combinations_at_least() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_client_gets_the_format_and_language_it_prefers(Row row) {
        assertThat(Format.fromAccept(row.accept)).isEqualTo(row.format);
        assertThat(Language.fromAccept(row.languages, Language.ENGLISH).tag())
                .isEqualTo(row.language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {"'' | ru", "fr | ru", "* | ru", "en;q=0.1 | en", "ru;q=0, * | en", "zh | zh"})
    void the_language_configured_is_what_others_fall_back_to(String languages, String expected) {
        Language russian = Language.find("ru").orElseThrow();
        assertThat(Language.fromAccept(languages, russian).tag()).isEqualTo(expected);
    }

    @Test
    void a_very_long_list_is_read_as_far_as_4096_characters() {
        String long4096 = "x".repeat(4090) + ", ru";
        assertThat(Language.fromAccept(long4096, Language.ENGLISH).tag()).isEqualTo("ru");
        String longer = "x".repeat(4096) + ", ru";
        assertThat(Language.fromAccept(longer, Language.ENGLISH)).isEqualTo(Language.ENGLISH);
        String ranges = "fr;q=0.9,".repeat(100_000) + "ru";
        assertThat(Language.fromAccept(ranges, Language.ENGLISH)).isEqualTo(Language.ENGLISH);
        assertThat(Format.fromAccept("image/png,".repeat(100) + "text/html"))
                .isEqualTo(Format.HTML);
        assertThat(Format.fromAccept("image/png,".repeat(1000) + "text/html"))
                .isEqualTo(Format.PROBLEM);
    }
}

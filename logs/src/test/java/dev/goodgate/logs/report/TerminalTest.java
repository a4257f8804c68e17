package dev.goodgate.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How the report sits on a terminal.
final class TerminalTest {
    private static final Explained TROUBLED = Samples.troubled();
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    @ParameterizedTest
    @ValueSource(ints = {50, 80, 120})
    void only_commands_and_places_are_wider_than_it(int width) {
        for (Language language : Language.all()) {
            ReportOptions options =
                    new ReportOptions(
                            Texts.in(language),
                            ReportOptions.OPERATORS,
                            false,
                            false,
                            width,
                            false);
            assertThat(TextReport.of(TROUBLED, options).lines())
                    .filteredOn(line -> !line.startsWith("      $ "))
                    .allMatch(line -> Columns.of(line) <= width);
        }
    }

    @Test
    void colours_are_added_around_the_same_text() {
        ReportOptions plain = ReportOptions.terminal(ENGLISH);
        ReportOptions colour =
                new ReportOptions(ENGLISH, ReportOptions.OPERATORS, false, true, 100, false);
        String coloured = TextReport.of(TROUBLED, colour);
        assertThat(coloured).contains("\u001b[1m", "\u001b[31m", "\u001b[2m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", ""))
                .isEqualTo(TextReport.of(TROUBLED, plain));
    }

    @Test
    void an_owner_is_not_shown_what_administrators_do() {
        ReportOptions options =
                new ReportOptions(ENGLISH, Set.of(Audience.OWNER), false, false, 100, false);
        assertThat(TextReport.of(TROUBLED, options))
                .contains("1. Owner: If it repeats")
                .doesNotContain("2. ");
    }

    @Test
    void of_many_skipped_inputs_ten_are_named_and_the_rest_counted() {
        List<Skipped> many =
                IntStream.range(0, 25)
                        .mapToObj(i -> new Skipped("file" + i, Why.EMPTY, ""))
                        .toList();
        String text = TextReport.of(Samples.read(Map.of(), many), ReportOptions.terminal(ENGLISH));
        assertThat(text)
                .startsWith("Nothing could be read.")
                .contains("25 inputs were not read", "- file9: empty", "- and 15 more")
                .doesNotContain("file10");
    }

    @Test
    void ideographs_take_two_columns_and_lines_break_between_them() {
        assertThat(Columns.of("应用 app")).isEqualTo(8);
        assertThat(Columns.cut("应用程序", 5)).isEqualTo("应用…");
        assertThat(Columns.wrapped("应用拒绝连接。", 8)).containsExactly("应用拒绝", "连接。");
        assertThat(Columns.wrapped("one two  three", 8)).containsExactly("one two", "three");
    }

    @Test
    void bars_show_nothing_as_the_lowest_and_anything_as_more() {
        assertThat(new Rate(0, 1, List.of(0L, 1L, 50L, 100L)).spark()).isEqualTo("▁▂▅█");
    }

    @Test
    void a_story_that_is_a_note_takes_a_line_at_the_end() {
        String line = "2026/03/05 10:00:00 [notice] 7#7: signal process started\n";
        Explained explained = Samples.read(Map.of("error.log", line), List.of());
        String text = TextReport.of(explained, ReportOptions.terminal(ENGLISH));
        assertThat(text).startsWith("Nothing here tells of a failing gateway");
        for (var story : explained.stories()) {
            assertThat(story.note()).isTrue();
            assertThat(text).contains("Also noticed", "error.log:1 ×1  2026/03/05");
        }
    }
}

package dev.goodgate.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Samples;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.text.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPageTest {
    private static final Diagnosis REFUSED = Samples.diagnosis(Samples.refused());

    @Test
    void slots_are_filled_in_the_language_of_the_reader() {
        String source =
                "<html lang=\"{{language}}\"><h1>{{ title }}</h1><p>{{status}} {{phrase}}</p>";
        assertThat(filled(source, "en", Exposure.PUBLIC))
                .startsWith("<html lang=\"en\"><h1>")
                .endsWith("<p>502 Bad Gateway</p>");
        assertThat(filled(source, "zh", Exposure.PUBLIC)).startsWith("<html lang=\"zh-Hans\">");
    }

    @ParameterizedTest
    @MethodSource("slots")
    void every_slot_has_a_value_without_braces_and_a_row_in_the_manual(String slot)
            throws IOException {
        for (Language language : Language.all()) {
            String value = filled("<p>{{" + slot + "}}</p>", language.tag(), Exposure.FULL);
            assertThat(value)
                    .doesNotContain("{{" + slot, "{seconds")
                    .hasSizeGreaterThan("<p></p>".length());
        }
        assertThat(Files.readString(Path.of("../docs/error-pages.md")))
                .contains("\n| `{{" + slot + "}}` | ");
    }

    static Iterable<String> slots() {
        return ErrorPage.slots();
    }

    @Test
    void the_public_never_sees_the_part_for_operators() {
        assertThat(filled("<p>{{operator}}</p>", "en", Exposure.PUBLIC)).isEqualTo("<p></p>");
        assertThat(filled("<p>{{operator}}</p>", "en", Exposure.FULL)).contains("127.0.0.1:3000");
    }

    @Test
    void what_does_not_help_is_left_empty() {
        Diagnosis unrouted = Samples.diagnosis(Samples.with(Symptom.ROUTE_NONE, 404, ""));
        assertThat(filled("{{retry}}|{{retry-after}}", unrouted)).isEqualTo("|");
        assertThat(filled("{{retry-after}}", REFUSED)).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a { b: c } }} {x} text",
                "<script>var a = {{b: 1}};</script>",
                "<style>a{b:{{x}}}</style>",
                "<!-- {{nothing}} -->",
                "<a href=\"{{incident}}\" class='{{symptom}}'>x</a>",
                "<title>{{title}}</title><textarea>{{title}}</textarea>",
                "<a title='a > b'>{{title}}</a>",
                "<p>1 < 2 {{title}}</p>",
                "<script>\"<p>\"</script>{{title}}",
                "<SCRIPT>x</SCRIPT>{{title}}",
                "<!doctype html>{{title}}",
                "<a data_=\"{{title}}\">x</a>"
            })
    void a_page_may_hold_this(String source) {
        assertThat(ErrorPage.read(source.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ErrorPage.Reading.Good.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "<p>{{titel}}</p> ~ 1 ~ 4 ~ {{titel}}",
                "`a\nbc {{title` ~ 2 ~ 4 ~ {{title",
                "`{{ti\ntle}}` ~ 1 ~ 1 ~ {{ti",
                "{{}} ~ 1 ~ 1 ~ {{}}",
                "{{Title}} ~ 1 ~ 1 ~ {{Title}}",
                "<script>x('{{incident}}')</script> ~ 1 ~ 12 ~ {{incident}} in a script or style",
                "İ<script>'{{incident}}'</script> ~ 1 ~ 11 ~ {{incident}} in a script or style",
                "<script></scripts>{{title}} ~ 1 ~ 19 ~ {{title}} in a script or style",
                "<style>{{title}} ~ 1 ~ 8 ~ {{title}} in a script or style",
                "<!-- {{title}} --> ~ 1 ~ 6 ~ {{title}} in a comment",
                "<a {{title}}> ~ 1 ~ 4 ~ {{title}} in a tag outside of quotes",
                "<a href={{title}}> ~ 1 ~ 9 ~ {{title}} in a tag outside of quotes",
                "<a b\"{{title}}\"> ~ 1 ~ 6 ~ {{title}} in a tag outside of quotes",
                "<a onclick=\"f('{{title}}')\"> ~ 1 ~ 16 ~ {{title}} in an attribute that is code",
                "<a STYLE='{{title}}'> ~ 1 ~ 11 ~ {{title}} in an attribute that is code",
                "<a title=\"{{advice}}\"> ~ 1 ~ 11 ~ {{advice}} in an attribute",
                "<title>{{advice}}</title> ~ 1 ~ 8 ~ {{advice}} in an element that holds text only"
            })
    void a_slot_that_is_unknown_unclosed_or_unsafe_is_told_with_its_place(
            String source, int line, int column, String seen) {
        assertThat(ErrorPage.read(source.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ErrorPage.Reading.Wrong.class,
                        wrong -> {
                            assertThat(wrong.seen()).isEqualTo(seen);
                            assertThat(wrong.line()).isEqualTo(line);
                            assertThat(wrong.column()).isEqualTo(column);
                            assertThat(wrong.expected()).isNotBlank();
                        });
    }

    @Test
    void a_file_that_is_no_page_is_refused_as_a_whole() {
        assertThat(seen(new byte[0])).isEqualTo("an empty file");
        assertThat(seen(new byte[ErrorPage.MOST_OCTETS + 1])).isEqualTo("more than 256 KiB");
        assertThat(seen(new byte[] {'a', (byte) 0xff})).isEqualTo("octets that are not UTF-8");
    }

    @Test
    void the_answer_keeps_its_fields_but_not_the_policy_of_our_page() {
        ErrorPage page = page("<p lang=\"{{language}}\">{{incident}}</p>");
        Reader reader = new Reader(Format.HTML, Language.ENGLISH, Exposure.PUBLIC, true);
        Answer answer = new Answers().answer(REFUSED, reader, page);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.field("Goodgate-Incident")).isEqualTo(Samples.ID.text());
        assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.field("Content-Language")).isEqualTo("en");
        assertThat(answer.field("Content-Security-Policy")).isEmpty();
        Answer silent = new Answers().answer(REFUSED, reader, page("<p>Hallo</p>"));
        assertThat(silent.field("Content-Language")).isEmpty();
    }

    private static String seen(byte[] octets) {
        return ((ErrorPage.Reading.Wrong) ErrorPage.read(octets)).seen();
    }

    private static ErrorPage page(String source) {
        byte[] octets = source.getBytes(StandardCharsets.UTF_8);
        return ((ErrorPage.Reading.Good) ErrorPage.read(octets)).page();
    }

    private static String filled(String source, Diagnosis diagnosis) {
        Reader reader = new Reader(Format.HTML, Language.ENGLISH, Exposure.PUBLIC, true);
        byte[] body = new Answers().answer(diagnosis, reader, page(source)).body();
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String filled(String source, String language, Exposure exposure) {
        Language read = Language.find(language).orElseThrow();
        Reader reader = new Reader(Format.HTML, read, exposure, true);
        byte[] body = new Answers().answer(REFUSED, reader, page(source)).body();
        return new String(body, StandardCharsets.UTF_8);
    }
}

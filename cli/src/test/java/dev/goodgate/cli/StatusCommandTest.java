package dev.goodgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the atlas answers in a terminal. Whole answers are kept as files; `-Dgolden=write` writes
/// them anew.
final class StatusCommandTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/goodgate/cli/status");
    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "502",
                "499",
                "000",
                "H12",
                "1016 --lang ru",
                "502.3 --lang es",
                "530 --lang zh",
                "teapot",
                "--vendor nginx",
                "--class 1xx"
            })
    void what_is_known_is_explained(String line) throws IOException {
        Typed typed = Typed.line(("status " + line).split(" ", -1));
        assertThat(typed.exit()).isEqualTo(Exit.FINE);
        assertThat(typed.err()).isEmpty();
        matches(line, typed.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"799", "555", "42", "4711", "555 --lang zh", "no such thing"})
    void what_is_not_known_is_placed_and_ends_with_1(String line) throws IOException {
        Typed typed = Typed.line(("status " + line).split(" ", -1));
        assertThat(typed.exit()).isEqualTo(Exit.PROBLEM);
        assertThat(typed.err()).isEmpty();
        matches(line, typed.out());
    }

    @Test
    void without_an_operand_it_lists_everything_and_what_is_free() {
        Typed typed = Typed.line("status");
        assertThat(typed.exit()).isEqualTo(Exit.FINE);
        assertThat(typed.out().lines())
                .hasSizeGreaterThan(341)
                .contains("  502  Bad Gateway")
                .allSatisfy(row -> assertThat(Fold.columns(row)).isLessThanOrEqualTo(Fold.WIDTH));
        assertThat(typed.out()).contains("Unassigned by IANA").contains("432-450");
    }

    @Test
    void a_phrase_may_be_typed_without_quotation_marks() {
        assertThat(Typed.line("status", "bad", "gateway").out())
                .startsWith("502 Bad Gateway")
                .isEqualTo(Typed.line("status", "Bad Gateway").out());
    }

    @Test
    void a_class_may_be_asked_like_a_code() {
        assertThat(Typed.line("status", "5xx").out())
                .isEqualTo(Typed.line("status", "--class", "5").out());
    }

    @Test
    void filters_work_together() {
        assertThat(Typed.line("status", "--class", "5xx", "--vendor", "AWS").out())
                .contains("561")
                .doesNotContain("460");
        Typed none = Typed.line("status", "--vendor", "nobody");
        assertThat(none.exit()).isEqualTo(Exit.PROBLEM);
        assertThat(none.out()).isEqualTo("No entry fits.\n");
    }

    @Test
    void a_class_that_is_none_is_wrong_usage() {
        Typed typed = Typed.line("status", "--class", "6xx");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err()).contains("--class 6xx (expected: 1xx, ");
    }

    @Test
    void a_language_that_is_not_there_is_refused_with_those_that_are() {
        Typed typed = Typed.line("status", "502", "--lang", "fi");
        assertThat(typed.exit()).isEqualTo(Exit.WRONG);
        assertThat(typed.err())
                .contains("--lang fi: no texts in that language (expected: en, es, ru, zh)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "502", "499 --lang zh", "799", "42", "timeout", "no such thing"})
    void json_is_as_its_schema_says(String line) {
        Typed typed = Typed.line(("status --json " + line).strip().split(" ", -1));
        assertThat(typed.err()).isEmpty();
        assertThat(SCHEMA.validate(typed.out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_schema_refuses_what_it_should() {
        assertThat(SCHEMA.validate("{\"asked\":\"502\"}", InputFormat.JSON)).isNotEmpty();
    }

    private static void matches(String line, String text) throws IOException {
        Path golden = GOLDEN.resolve(line.replace("--", "").replace(' ', '-') + ".txt");
        if (System.getProperty("golden", "").equals("write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
        assertThat(text.lines().filter(row -> !row.contains("https://")))
                .allSatisfy(row -> assertThat(Fold.columns(row)).isLessThanOrEqualTo(Fold.WIDTH))
                .noneMatch(row -> row.endsWith(" "));
    }

    private static Schema schema() {
        try {
            String text = Files.readString(Path.of("../docs/schema/status.schema.json"));
            Map<String, String> sources = Map.of("urn:goodgate:schema:status", text);
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            builder -> builder.schemas(id -> sources.getOrDefault(id, "")))
                    .getSchema(SchemaLocation.of("urn:goodgate:schema:status"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void chinese_lists_have_chinese_commas() {
        Typed typed = Typed.line("status", "504", "--lang", "zh");
        assertThat(typed.out()).contains("任何网关或代理，nginx").doesNotContain("5xx, ");
    }
}

package dev.goodgate.logs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people and programs are shown, as files to read. `-Dgolden=write` writes them anew.
final class GoldenReportTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/goodgate/logs/report");
    private static final Path SCHEMA = Path.of("../docs/schema/explain.schema.json");
    private static final Explained TROUBLED = Samples.troubled();

    static Stream<Language> languages() {
        return Language.all().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_terminal_shows_the_golden_text(Language language) throws IOException {
        String text = TextReport.of(TROUBLED, ReportOptions.terminal(Texts.in(language)));
        check("troubled-" + language.tag() + ".txt", text);
    }

    @Test
    void what_leaves_the_machine_reads_as_its_golden_file_says() throws IOException {
        ReportOptions shared = ReportOptions.shared(Texts.in(Language.ENGLISH));
        check("troubled.json", JsonReport.of(TROUBLED, shared) + "\n");
        check("troubled.md", MarkdownReport.of(TROUBLED, shared));
        check("troubled.html", HtmlReport.of(TROUBLED, shared));
    }

    @Test
    void nothing_found_is_said_calmly_with_what_was_looked_at() throws IOException {
        ReportOptions options = ReportOptions.terminal(Texts.in(Language.ENGLISH));
        check("healthy-en.txt", TextReport.of(Samples.healthy(), options));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void json_fits_the_published_schema(Language language) throws IOException {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA));
        ReportOptions options = ReportOptions.shared(Texts.in(language));
        Explained nothing = Samples.read(Map.of(), List.of());
        for (Explained one : List.of(TROUBLED, Samples.healthy(), nothing)) {
            String json = JsonReport.of(one, options);
            assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
        }
    }

    private static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}

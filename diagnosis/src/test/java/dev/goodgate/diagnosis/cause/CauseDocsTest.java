package dev.goodgate.diagnosis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The files in `docs` that are made from the causes' files. `-Dgolden=write` rewrites them.
class CauseDocsTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void every_row_of_the_checklist_is_covered_and_the_page_says_where() throws IOException {
        Checklist checklist = new Checklist();
        assertThat(checklist.rows())
                .hasSize(71 + 35 + 54 + 23 + 15)
                .allSatisfy((row, words) ->
                        assertThat(checklist.places(row)).as(row + " " + words).isNotEmpty());
        same(DOCS.resolve("coverage.md"), checklist.markdown());
    }

    @Test
    void every_cause_has_its_page() throws IOException {
        for (Cause cause : Causes.ALL) {
            same(DOCS.resolve("causes/" + cause.id() + ".md"), CausePage.of(cause));
        }
        same(DOCS.resolve("causes/README.md"), CausePage.index());
    }

    @Test
    void every_page_has_its_cause() throws IOException {
        List<String> expected =
                Stream.concat(Stream.of("README"), Causes.ALL.stream().map(Cause::id)).toList();
        try (Stream<Path> pages = Files.list(DOCS.resolve("causes"))) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static void same(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}

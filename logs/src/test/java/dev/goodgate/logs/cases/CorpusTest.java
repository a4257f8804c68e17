package dev.goodgate.logs.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.cause.Causes;
import dev.goodgate.logs.cases.CaseFile.CaseFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What real servers wrote while a known fault was in force is explained by that fault.
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus/recorded.jsonl");
    private static final Path PAGE = Path.of("../docs/explain-accuracy.md");

    /// The figures reached; they only rise.
    private static final double FIRST = 0.989;

    private static Score score;

    @BeforeAll
    static void read() throws IOException, CaseFault {
        score = Score.of(CaseFile.read(CORPUS));
    }

    @Test
    void there_are_enough_cases_and_every_cause_was_provoked() {
        assertThat(score.total()).isGreaterThanOrEqualTo(150);
        assertThat(score.confirmed().total()).isEqualTo(score.total());
    }

    @Test
    void the_first_answer_is_what_was_done() {
        assertThat(score.first()).isGreaterThanOrEqualTo(FIRST);
        assertThat(score.confirmed().first()).isGreaterThanOrEqualTo(FIRST);
        assertThat(score.tolerantFirst()).isGreaterThanOrEqualTo(score.first());
    }

    @Test
    void every_label_is_of_the_catalogue() {
        Set<String> known = Causes.ALL.stream().map(one -> one.id()).collect(Collectors.toSet());
        for (Judged one : score.judged()) {
            assertThat(known).as(one.labelled().id()).contains(one.labelled().cause());
            assertThat(known).as(one.labelled().id()).containsAll(one.labelled().acceptable());
        }
    }

    @Test
    void every_case_has_an_answer() {
        for (Judged one : score.judged()) {
            assertThat(one.answers()).as(one.labelled().id()).isNotEmpty();
        }
    }

    @Test
    void the_page_says_how_often_and_why_not_always() throws IOException {
        String page = AccuracyPage.of(score);
        if (System.getProperty("golden", "").equals("write")) Files.writeString(PAGE, page);
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }
}

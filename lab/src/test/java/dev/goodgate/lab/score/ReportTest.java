package dev.goodgate.lab.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.scenario.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The report as other programs read it.
final class ReportTest {
    private static final Report REPORT =
            Report.of(
                    Stream.of(
                            result("H04", Verdict.RIGHT, null),
                            result("C08", Verdict.WRONG, "status 200 (expected: 502)"),
                            Result.skipped(Rows.of("C03"), "unshare -n is refused here")));

    @Test
    void its_json_fits_the_published_schema() throws IOException {
        Path file = Path.of("../docs/schema/score.schema.json");
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(file));
        assertThat(schema.validate(REPORT.json(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void the_total_leaves_skipped_rows_out() {
        assertThat(REPORT.summary()).isEqualTo(new Report.Summary(2, 1, 1, 1));
    }

    @Test
    void rows_come_in_the_order_of_their_ids() {
        assertThat(REPORT.scenarios()).extracting(Result::id).containsExactly("C03", "C08", "H04");
    }

    @Test
    void it_survives_the_way_through_another_process() {
        assertThat(Report.parse(REPORT.json())).isEqualTo(REPORT);
    }

    @Test
    void people_read_what_went_wrong_and_why() {
        assertThat(REPORT.text())
                .contains("wrong    C08", "status 200 (expected: 502)", "1 of 2 right, 1 skipped");
    }

    @Test
    void the_scoreboard_shows_each_row_and_the_first_thing_that_was_wrong() {
        assertThat(Scoreboard.markdown(Map.of(Gateway.NGINX, REPORT)))
                .contains("| nginx | 1 of 2 | 1 | 1 |", "| **status 200** |", "| H04 |");
    }

    private static Result result(String id, Verdict verdict, @Nullable String reason) {
        return new Result(
                id, Rows.of(id).fault(), Rows.of(id).expect(), Seen.NOTHING, verdict, reason, 12);
    }
}

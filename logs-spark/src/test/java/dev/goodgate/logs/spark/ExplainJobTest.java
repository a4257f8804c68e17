package dev.goodgate.logs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.report.JsonReport;
import dev.goodgate.logs.report.ReportOptions;
import dev.goodgate.logs.scan.Partial;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.source.Skipped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The job on a Spark in this process, on real files.
final class ExplainJobTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
    private static final Asked ASKED = Asked.everything(ZoneOffset.UTC, LocalDate.of(2026, 1, 31));
    private static final ReportOptions OPTIONS = ReportOptions.shared(Texts.in(Language.ENGLISH));

    @TempDir private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        new SiteLogs(Files.createDirectories(folder.resolve("logs"))).write();
    }

    private static SparkConf conf() {
        return new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }

    /// A Spark that several tests share.
    private static final class Shared {
        private static final JavaSparkContext SPARK = new JavaSparkContext(conf());
    }

    @AfterAll
    static void close() {
        Shared.SPARK.close();
    }

    private static Explained job(long load, String... paths) throws IOException {
        return new ExplainJob(Shared.SPARK, CLOCK, load).explain(List.of(paths), ASKED);
    }

    /// What one machine says of them, in no time.
    private static Explained explanation(String... paths) {
        try (Explanation explanation = new Explanation(ASKED.question())) {
            Opener opener = new Opener(InputStream.nullInputStream());
            explanation.read(opener.list(List.of(paths)), opener);
            Explained done = explanation.done();
            List<Skipped> skipped = new ArrayList<>(done.skipped());
            skipped.sort(Comparator.comparing(Skipped::name));
            return new Explained(done.stories(), done.coverage(), skipped, done.clock(), 0);
        }
    }

    private static String json(Explained explained) {
        return JsonReport.of(explained, OPTIONS);
    }

    @Test
    void tells_what_one_machine_tells_however_the_files_are_cut() throws IOException {
        String logs = folder.resolve("logs").toString();
        String expected = json(explanation(logs));
        assertThat(expected)
                .contains("upstream-not-listening", "php-fpm.log", "torn.log.gz", "empty.log");
        assertThat(Files.size(Path.of(logs, "access.log"))).isGreaterThan(Partial.STEP);
        assertThat(json(job(Partial.STEP, logs))).isEqualTo(expected);
        assertThat(json(job(ExplainJob.LOAD, logs))).isEqualTo(expected);
    }

    @Test
    void reads_patterns_and_names_what_is_not_there() throws IOException {
        String some = folder.resolve("logs").toUri() + "error.log*";
        Explained explained = job(ExplainJob.LOAD, some, some, folder + "/none.log");
        assertThat(explained.coverage().sources().keySet())
                .containsExactly(folder + "/logs/error.log", folder + "/logs/error.log.1.gz");
        assertThat(explained.coverage().total().lines()).isEqualTo(43_000);
        assertThat(explained.skipped())
                .extracting(Skipped::name)
                .containsExactly(folder + "/none.log");
    }

    @Test
    void tells_nothing_of_nothing() throws IOException {
        Explained explained = job(ExplainJob.LOAD, folder + "/none.log");
        assertThat(explained.stories()).isEmpty();
        assertThat(explained.coverage().sources()).isEmpty();
    }

    @Test
    void leaves_out_hidden_files_and_other_times() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve("hidden/_temporary"));
        Files.copy(folder.resolve("logs/error.log"), hidden.resolve("error.log"));
        assertThat(job(ExplainJob.LOAD, folder + "/hidden").coverage().sources()).isEmpty();
        Asked later =
                new JobArguments(List.of("--since", "2026-01-06T00:00:00Z", "--zone", "UTC", "x"))
                        .asked(CLOCK.instant());
        ExplainJob job = new ExplainJob(Shared.SPARK, CLOCK, ExplainJob.LOAD);
        assertThat(job.explain(List.of(folder + "/logs"), later).stories()).isEmpty();
    }
}

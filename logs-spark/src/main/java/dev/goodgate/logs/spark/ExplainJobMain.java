package dev.goodgate.logs.spark;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.report.JsonReport;
import dev.goodgate.logs.report.ReportOptions;
import dev.goodgate.logs.report.TextReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/// What `spark-submit --class` names. Ends with 0 whatever the logs tell, since a cluster takes all
/// else for a job that failed; with 2 for wrong arguments.
public final class ExplainJobMain {
    private ExplainJobMain() {}

    /// Runs the job on the cluster that Spark's own settings name.
    public static void main(String[] words) throws IOException {
        if (!run(List.of(words), new SparkConf())) System.exit(2);
    }

    /// Whether the arguments were right.
    static boolean run(List<String> words, SparkConf conf) throws IOException {
        InstantSource clock = InstantSource.system();
        JobArguments arguments;
        Asked asked;
        ReportOptions options;
        try {
            arguments = new JobArguments(words);
            asked = arguments.asked(clock.instant());
            options = arguments.options();
        } catch (IllegalArgumentException wrong) {
            System.err.println("explain: " + wrong.getMessage() + "\n\n" + JobArguments.USAGE);
            return false;
        }
        conf.setIfMissing("spark.app.name", "goodgate explain");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            ExplainJob job = new ExplainJob(spark, clock, ExplainJob.LOAD);
            Explained explained = job.explain(arguments.paths(), asked);
            String report =
                    arguments.json()
                            ? JsonReport.of(explained, options) + "\n"
                            : TextReport.of(explained, options);
            write(report, arguments.output(), spark.hadoopConfiguration());
        }
        return true;
    }

    private static void write(String report, String output, Configuration settings)
            throws IOException {
        if (output.isEmpty()) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(report);
            return;
        }
        Path path = new Path(output);
        try (OutputStream out = path.getFileSystem(settings).create(path, true)) {
            out.write(report.getBytes(StandardCharsets.UTF_8));
        }
    }
}

package dev.goodgate.logs.spark;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.story.Stories;
import dev.goodgate.logs.tally.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/// Explains logs on a Spark cluster: tasks read pieces of the files into tallies, which travel as
/// octets, merge in a tree, and become stories on the driver. The same files tell the same as on
/// one machine, line numbers included. For one thread at a time.
public final class ExplainJob {
    /// What a task reads at least, where there is so much: the octets of a block of HDFS.
    public static final long LOAD = 128L << 20;

    private static final int MOST_FILES = 1000;

    private final JavaSparkContext spark;
    private final InstantSource clock;
    private final long load;

    /// A job on that cluster whose tasks read about so many octets each.
    public ExplainJob(JavaSparkContext spark, InstantSource clock, long load) {
        this.spark = spark;
        this.clock = clock;
        this.load = load;
    }

    /// What these files, folders and patterns tell: any that the cluster's Hadoop file systems can
    /// read (`hdfs:`, `s3a:`, `gs:`, `abfss:`, `file:`). What cannot be read is among the skipped.
    ///
    /// @throws IOException where a file system cannot be asked what it holds
    public Explained explain(List<String> paths, Asked asked) throws IOException {
        Instant started = clock.instant();
        Configuration settings = spark.hadoopConfiguration();
        Plan plan = new Plan(settings, load);
        for (String path : paths) plan.add(path);
        Part all = new Part(new Tally(), plan.skipped());
        List<Load> loads = Load.of(plan.pieces(), load, MOST_FILES);
        if (!loads.isEmpty()) all.merge(read(loads, asked, settings));
        List<Skipped> skipped = new ArrayList<>(all.skipped());
        skipped.sort(Comparator.comparing(Skipped::name));
        long micros = Duration.between(started, clock.instant()).toNanos() / 1000;
        Tally tally = all.tally();
        return new Explained(
                Stories.of(tally), tally.coverage(), skipped, asked.question().clock(), micros);
    }

    private Part read(List<Load> loads, Asked asked, Configuration settings) {
        Broadcast<SerializableConfiguration> shared =
                spark.broadcast(new SerializableConfiguration(settings));
        byte[] whole =
                spark.parallelize(loads, loads.size())
                        .map(new Reading(asked, shared))
                        .treeReduce(new Merging());
        shared.destroy();
        return Part.read(whole);
    }
}

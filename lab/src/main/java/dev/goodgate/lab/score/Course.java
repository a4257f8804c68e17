package dev.goodgate.lab.score;

import dev.goodgate.lab.ScoreOptions;
import dev.goodgate.lab.Starter;
import dev.goodgate.lab.config.LabConfig;
import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Lane;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.scenario.Rows;
import dev.goodgate.lab.scenario.Scenario;
import dev.goodgate.lab.serve.Plan;
import dev.goodgate.lab.serve.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One taking of a score, from the first port to the report.
public final class Course {
    private final ScoreOptions options;

    public Course(ScoreOptions options) {
        this.options = options;
    }

    /// The whole course.
    public Report run(Starter starter) throws IOException {
        List<Scenario> inside = wanted(EnumSet.of(Lane.SHARED, Lane.ALONE));
        List<Scenario> outside = wanted(EnumSet.of(Lane.PROCESS, Lane.NAMESPACE));
        CompletableFuture<List<Result>> apart =
                CompletableFuture.supplyAsync(
                        () -> new Outside(options).run(outside), Course::spawn);
        List<Result> results = new ArrayList<>(inside(starter, inside));
        try {
            results.addAll(apart.join());
        } catch (CompletionException e) {
            throw new IOException("the scenarios of the owned process failed", e.getCause());
        }
        Stream<Result> benchmarks =
                Catalogue.BENCHMARKS.entrySet().stream()
                        .filter(e -> options.wants(e.getKey()))
                        .map(e -> Result.skipped(Rows.of(e.getKey()), e.getValue()));
        return Report.of(Stream.concat(results.stream(), benchmarks));
    }

    private List<Scenario> wanted(Set<Lane> lanes) {
        return ordered(options.seed()).stream()
                .filter(s -> lanes.contains(s.lane()))
                .filter(s -> options.wants(s.id()))
                .toList();
    }

    /// Every scenario in the order of that seed.
    static List<Scenario> ordered(long seed) {
        if (seed == ScoreOptions.CATALOGUE_ORDER) return Catalogue.ALL;
        List<Scenario> shuffled = new ArrayList<>(Catalogue.ALL);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private List<Result> inside(Starter starter, List<Scenario> scenarios) throws IOException {
        if (scenarios.isEmpty()) {
            return List.of();
        }
        try (Site site = open(scenarios);
                var bench = new Bench(start(starter, site.plan()), site.signals())) {
            var runner = new Runner(site, bench, options.scale(), options.nanos());
            List<Result> results =
                    new ArrayList<>(
                            runner.together(in(Lane.SHARED, scenarios), options.parallel()));
            results.addAll(runner.together(in(Lane.ALONE, scenarios), 1));
            return results;
        }
    }

    private dev.goodgate.lab.ProxyUnderTest start(Starter starter, Plan plan) throws IOException {
        return starter.start(LabConfig.forGateway(options.gateway(), plan), plan);
    }

    /// The plan holds the whole catalogue, so that its ports do not depend on what is wanted.
    private Site open(List<Scenario> scenarios) throws IOException {
        Predicate<Probe> wanted = probes(scenarios)::contains;
        if (options.base().isPresent()) {
            return Site.open(plan(options.base().getAsInt(), options.folder()), wanted);
        }
        return Site.anywhere(
                base -> plan(base, options.folder()), wanted, new Random(options.seed()));
    }

    static Plan plan(int base, Path folder) {
        return new Plan(probes(Catalogue.ALL), base, folder);
    }

    static List<Probe> probes(List<Scenario> scenarios) {
        return scenarios.stream().flatMap(s -> s.probes().stream()).toList();
    }

    private static List<Scenario> in(Lane lane, List<Scenario> scenarios) {
        return scenarios.stream().filter(s -> s.lane() == lane).toList();
    }

    private static void spawn(Runnable work) {
        Thread.ofVirtual().start(work);
    }
}

package dev.goodgate.bench.compare;

import dev.goodgate.bench.run.AccessLog;
import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.Bed.Running;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Gateway;
import dev.goodgate.bench.run.OpenLoop;
import dev.goodgate.bench.run.Wrk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// The gateways of one bed under one workload after the other, in interleaved rounds.
final class Contest {
    private static final int VOID_LIMIT = 3;
    private static final double SHARE_OF_PEAK = 0.6;

    private final Options options;
    private final Bed bed;
    private final Wrk wrk;
    private final OpenLoop openLoop;
    private final Consumer<String> progress;

    Contest(Options options, Bed bed, LongSupplier nanoTime, Consumer<String> progress) {
        this.options = options;
        this.bed = bed;
        this.wrk = new Wrk(bed.peers().resolve("wrk.lua"), bed.cores().load());
        this.openLoop = new OpenLoop(nanoTime);
        this.progress = progress;
    }

    /// What one gateway has shown so far in the present workload.
    private static final class Entry {
        private final Running running;
        private final List<Round> rounds = new ArrayList<>();
        private final List<OpenLoop.Seen> open = new ArrayList<>();
        private boolean steady;
        private int voided;
        private long rssKiB;

        Entry(Running running) {
            this.running = running;
        }

        Series rates() {
            return new Series(rounds.stream().map(Round::requestsPerSecond).toList());
        }

        Figures figures() {
            Series cpu = new Series(rounds.stream().map(Round::cpuMicros).toList());
            Series p50 = new Series(open.stream().map(seen -> (double) seen.p50Micros()).toList());
            Series p99 = new Series(open.stream().map(seen -> (double) seen.p99Micros()).toList());
            return new Figures(
                    cpu.median(),
                    cpu.spreadPercent(),
                    rates().median(),
                    Math.round(p50.median()),
                    Math.round(p99.median()),
                    open.stream().mapToLong(OpenLoop.Seen::errors).sum(),
                    rssKiB,
                    voided,
                    steady);
        }
    }

    /// Runs every workload with the access log on or off in all.
    List<Result> run(AccessLog log) {
        int upstream = bed.startUpstream();
        List<Running> field = new ArrayList<>();
        for (Gateway gateway : options.gateways()) {
            field.add(bed.start(gateway, log));
        }
        new EqualWork(upstream).check(field);
        List<Result> results = new ArrayList<>();
        for (Workload workload : options.workloads()) {
            results.add(run(workload, log, field));
        }
        return results;
    }

    private Result run(Workload workload, AccessLog log, List<Running> field) {
        List<Entry> entries = field.stream().map(Entry::new).toList();
        for (Entry entry : entries) {
            warmUp(entry, workload);
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Entry entry : entries) {
                entry.rounds.add(validRound(entry, workload));
            }
            progress.accept(workload.label() + ": round " + round + " of " + options.rounds());
        }
        entries.forEach(entry -> entry.rssKiB = entry.running.child().tree().rssKiB());
        double rate = openRate(entries);
        measureOpen(entries, workload, rate);
        Map<Gateway, Figures> figures = new EnumMap<>(Gateway.class);
        entries.forEach(entry -> figures.put(entry.running.gateway(), entry.figures()));
        return new Result(workload, log, rate, figures);
    }

    /// A JVM compiles while it warms up, so Goodgate's rounds are longer and at least three.
    private void warmUp(Entry entry, Workload workload) {
        boolean compiles = entry.running.gateway() == Gateway.GOODGATE;
        int seconds = compiles ? Math.max(2, options.seconds()) : options.seconds();
        int least = compiles ? 3 : 2;
        int most = compiles ? options.warmUps() : Math.max(2, options.warmUps() / 2);
        Round before = Round.of(entry.running, workload, wrk, seconds);
        for (int done = 1; done < most && !(entry.steady && done >= least); done++) {
            Round now = Round.of(entry.running, workload, wrk, seconds);
            entry.steady = now.near(before);
            before = now;
        }
        progress.accept(
                "%s: %s warm at %.1f µs/request"
                        .formatted(
                                workload.label(),
                                entry.running.gateway().label(),
                                before.cpuMicros()));
    }

    private Round validRound(Entry entry, Workload workload) {
        for (int tries = 0; tries <= VOID_LIMIT; tries++) {
            Round round = Round.of(entry.running, workload, wrk, options.seconds());
            if (round.valid()) {
                return round;
            }
            entry.voided++;
        }
        throw new BenchFailure(
                "%s through %s: %d rounds in a row had errors or short bodies\n%s"
                        .formatted(
                                workload.label(),
                                entry.running.gateway().label(),
                                VOID_LIMIT + 1,
                                entry.running.child().printed()));
    }

    /// Sixty percent of the slowest peer's peak; of the slowest gateway's where no peer takes part.
    private static double openRate(List<Entry> entries) {
        return SHARE_OF_PEAK
                * entries.stream()
                        .filter(e -> e.running.gateway() != Gateway.GOODGATE || entries.size() == 1)
                        .mapToDouble(entry -> entry.rates().median())
                        .min()
                        .orElseThrow();
    }

    private void measureOpen(List<Entry> entries, Workload workload, double rate) {
        Entry first = entries.getFirst();
        openLoop.run(plan(first, workload, rate, Duration.ofSeconds(1)));
        for (int round = 1; round <= options.openRounds(); round++) {
            for (Entry entry : entries) {
                entry.open.add(openLoop.run(plan(entry, workload, rate, options.openLength())));
            }
            progress.accept(
                    "%s: open round %d of %d at %.0f/s, p99 %s µs"
                            .formatted(
                                    workload.label(),
                                    round,
                                    options.openRounds(),
                                    rate,
                                    lastP99(entries)));
        }
    }

    private static String lastP99(List<Entry> entries) {
        return entries.stream()
                .map(entry ->
                        entry.running.gateway().label() + " " + entry.open.getLast().p99Micros())
                .collect(Collectors.joining(", "));
    }

    private static OpenLoop.Plan plan(
            Entry entry, Workload workload, double rate, Duration length) {
        return new OpenLoop.Plan(
                entry.running.port(),
                workload.path(),
                workload.connections(),
                workload.newConnections(),
                workload.body(),
                rate,
                length,
                false);
    }
}

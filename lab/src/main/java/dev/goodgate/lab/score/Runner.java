package dev.goodgate.lab.score;

import dev.goodgate.lab.scenario.Encounter;
import dev.goodgate.lab.scenario.Encounter.Scale;
import dev.goodgate.lab.scenario.Exchange;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.scenario.Row;
import dev.goodgate.lab.scenario.Scenario;
import dev.goodgate.lab.serve.Shell;
import dev.goodgate.lab.serve.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// Runs scenarios through one gateway.
final class Runner {
    private final Site site;
    private final Bench bench;
    private final Judge judge;
    private final Scale scale;
    private final LongSupplier nanos;

    Runner(Site site, Bench bench, Scale scale, LongSupplier nanos) {
        this.site = site;
        this.bench = bench;
        this.judge = new Judge(bench);
        this.scale = scale;
        this.nanos = nanos;
    }

    /// Runs these beside each other, at most so many at once; the results in the same order.
    List<Result> together(List<Scenario> scenarios, int most) throws IOException {
        var places = new Semaphore(most);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Result>> futures = new ArrayList<>();
            for (Scenario scenario : scenarios) {
                futures.add(threads.submit(() -> run(scenario, places)));
            }
            List<Result> results = new ArrayList<>();
            for (Future<Result> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("the lab failed", e.getCause());
        }
    }

    private Result run(Scenario scenario, Semaphore places) throws InterruptedException {
        places.acquire();
        try {
            return run(scenario);
        } finally {
            places.release();
        }
    }

    /// Runs one scenario: its variants in order, until one goes wrong.
    Result run(Scenario scenario) {
        long start = nanos.getAsLong();
        Row row = scenario.row();
        Seen seen = Seen.NOTHING;
        for (Probe probe : scenario.probes()) {
            var encounter = new Encounter(probe, site.stand(probe.id()), bench, scale, nanos);
            try {
                Exchange exchange = probe.drive().play(encounter);
                Judge.Finding finding = judge.judge(probe, exchange);
                seen = finding.seen();
                var wrong = new ArrayList<>(finding.wrong());
                encounter.complaints().stream().distinct().limit(5).forEach(wrong::add);
                if (!wrong.isEmpty()) {
                    return wrong(row, probe, seen, start, String.join("; ", wrong));
                }
            } catch (Shell.Refused e) {
                return Result.skipped(row, String.valueOf(e.getMessage()));
            } catch (IOException e) {
                return wrong(row, probe, seen, start, "the client could not go on: " + e);
            }
        }
        return new Result(
                row.id(), row.fault(), row.expect(), seen, Verdict.RIGHT, null, millis(start));
    }

    private Result wrong(Row row, Probe probe, Seen seen, long start, String reason) {
        String where = probe.id().equals(row.id()) ? "" : probe.id() + ": ";
        return new Result(
                row.id(),
                row.fault(),
                probe.expectation(),
                seen,
                Verdict.WRONG,
                where + reason,
                millis(start));
    }

    private long millis(long start) {
        return (nanos.getAsLong() - start) / 1_000_000;
    }
}

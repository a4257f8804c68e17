package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.OpenLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// D15: one route's name takes five seconds to resolve; the others must not notice.
final class SlowNames implements Figure {
    private static final Duration DELAY = Duration.ofSeconds(5);
    private static final int WAITING = 50;

    @Override
    public String name() {
        return "slow-dns";
    }

    @Override
    public String demand() {
        return "D15, a name that takes 5 s: p99 of other routes at most 1.2 times (or 1 ms more)";
    }

    @Override
    public Measured measure(Tools tools) {
        try (NameServer names = new NameServer(DELAY, tools);
                Bed bed = tools.bed();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            bed.startUpstream();
            Map<String, String> values = Map.of("RESOLVER", Integer.toString(names.port()));
            int port = tools.start(bed, "slow-dns", values).port();
            OpenLoop load = tools.openLoop();
            load.run(plan(port, 4));
            long before = load.run(plan(port, 4)).p99Micros();
            long start = tools.nanoTime().getAsLong();
            List<Future<Integer>> slow = new ArrayList<>();
            for (int i = 0; i < WAITING; i++) {
                slow.add(threads.submit(() -> status(port)));
            }
            OpenLoop.Seen during = load.run(plan(port, 4));
            int answered = 0;
            for (Future<Integer> each : slow) {
                answered += each.get() == 200 ? 1 : 0;
            }
            double waited = tools.millisSince(start);
            long after = load.run(plan(port, 4)).p99Micros();
            long quiet = Math.max(before, after);
            return new Measured.Notes()
                    .put("p99MicrosBefore", before)
                    .put("p99MicrosDuring", during.p99Micros())
                    .put("p99MicrosAfter", after)
                    .put("longestMicrosDuring", during.maxMicros())
                    .put("errors", during.errors())
                    .put("slowRequestsAnswered", answered)
                    .put("slowRequestsMillis", waited)
                    .reached(
                            during.p99Micros() <= Math.max(quiet * 6 / 5, quiet + 1000)
                                    && during.errors() == 0
                                    && answered == WAITING);
        } catch (ExecutionException e) {
            throw new BenchFailure("slow-dns: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("slow-dns: interrupted");
        }
    }

    private static int status(int port) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.get("/slow").status();
        }
    }

    private static OpenLoop.Plan plan(int port, int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return new OpenLoop.Plan(port, "/64B", 64, false, 64, 2000, length, false);
    }
}

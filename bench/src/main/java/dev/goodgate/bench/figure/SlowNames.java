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
import org.HdrHistogram.Histogram;

/// D15: one route's name takes five seconds to resolve; the others must not notice.
final class SlowNames implements Figure {
    private static final Duration DELAY = Duration.ofSeconds(5);
    private static final int WAITING = 50;

    /// Each name is slow once: a window of load while it is asked for, and a quiet one before.
    private static final int NAMES = 5;

    private static final int WARM_UP = 8;
    private static final int WINDOW = 4;

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
            Windows windows = new Windows();
            OpenLoop load = tools.openLoop();
            load.run(plan(port, WARM_UP));
            for (int name = 1; name <= NAMES; name++) {
                windows.quiet.recordValue(load.run(plan(port, WINDOW)).p99Micros());
                long start = tools.nanoTime().getAsLong();
                List<Future<Integer>> slow = new ArrayList<>();
                String path = "/slow" + name;
                for (int i = 0; i < WAITING; i++)
                    slow.add(threads.submit(() -> status(port, path)));
                windows.slow(load.run(plan(port, WINDOW)));
                for (Future<Integer> each : slow) windows.answered += each.get() == 200 ? 1 : 0;
                windows.millis = Math.min(windows.millis, tools.millisSince(start));
            }
            return windows.measured();
        } catch (ExecutionException e) {
            throw new BenchFailure("slow-dns: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("slow-dns: interrupted");
        }
    }

    /// What the windows showed; the medians count, since one window may meet another guest of the
    /// machine.
    private static final class Windows {
        private final Histogram quiet = new Histogram(3);
        private final Histogram during = new Histogram(3);
        private long longest;
        private long errors;
        private int answered;
        private double millis = Double.MAX_VALUE;

        void slow(OpenLoop.Seen seen) {
            during.recordValue(seen.p99Micros());
            longest = Math.max(longest, seen.maxMicros());
            errors += seen.errors();
        }

        Measured measured() {
            long usual = quiet.getValueAtPercentile(50);
            long then = during.getValueAtPercentile(50);
            return new Measured.Notes()
                    .put("p99MicrosQuiet", usual)
                    .put("p99MicrosDuring", then)
                    .put("longestMicrosDuring", longest)
                    .put("errors", errors)
                    .put("slowRequestsAnswered", answered)
                    .put("slowRequestsMillis", millis)
                    .reached(
                            then <= Math.max(usual * 6 / 5, usual + 1000)
                                    && errors == 0
                                    && answered == WAITING * NAMES);
        }
    }

    private static int status(int port, String path) throws IOException {
        try (RawClient client = new RawClient(port)) {
            return client.get(path).status();
        }
    }

    private static OpenLoop.Plan plan(int port, int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return new OpenLoop.Plan(port, "/64B", 64, false, 64, 2000, length, false);
    }
}

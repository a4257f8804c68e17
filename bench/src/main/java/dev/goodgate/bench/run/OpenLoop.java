package dev.goodgate.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/// Open-loop load: requests are planned at a fixed rate whatever the server does, and each latency
/// counts from the planned moment, so a stall is charged to every request that had to wait for it.
///
/// One thread; it sleeps at most 50 microseconds at a time, which bounds its own error.
public final class OpenLoop {
    private static final long NAP_NANOS = 50_000;
    private static final long GRACE_NANOS = 2_000_000_000L;

    private final LongSupplier nanoTime;

    /// With the clock to plan by.
    public OpenLoop(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// What to send.
    ///
    /// @param rate requests per second, all connections together
    /// @param newConnections a connection for each request instead of keep-alive
    /// @param body octets each answer with 200 must have
    /// @param shedding whether 503 is an answer, too, and no error
    public record Plan(
            int port,
            String path,
            int connections,
            boolean newConnections,
            int body,
            double rate,
            Duration length,
            boolean shedding) {}

    /// What came back. A wrong status, a short or long body, a closed connection and an answer that
    /// is missing two seconds after the end are errors.
    ///
    /// @param requests answered with 200; the latencies are theirs
    /// @param shed answered with 503
    public record Seen(
            long requests,
            long errors,
            long p50Micros,
            long p99Micros,
            long maxMicros,
            long shed,
            long shedP99Micros) {}

    /// Runs the plan to its end on the calling thread.
    public Seen run(Plan plan) {
        try (Selector selector = Selector.open()) {
            return new Run(plan, selector).all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One run: which requests are due, which line is free.
    private final class Run {
        private final Plan plan;
        private final Selector selector;
        private final List<Line> lines = new ArrayList<>();
        private final ArrayDeque<Line> free = new ArrayDeque<>();
        private final Histogram micros = new Histogram(60_000_000, 3);
        private final Histogram shed = new Histogram(60_000_000, 3);
        private final double interval;
        private long errors;
        private long sent;

        Run(Plan plan, Selector selector) {
            this.plan = plan;
            this.selector = selector;
            this.interval = 1e9 / plan.rate();
        }

        Seen all() throws IOException {
            for (int i = 0; i < plan.connections(); i++) {
                Line line = new Line(plan, selector);
                line.prepare();
                lines.add(line);
                free.add(line);
            }
            long start = nanoTime.getAsLong();
            long total = (long) (plan.length().toNanos() / interval);
            long last = start + plan.length().toNanos() + GRACE_NANOS;
            long now = start;
            while (answered() + errors < total && now < last) {
                send(start, Math.min(total, (long) ((now - start) / interval) + 1));
                if (selector.selectNow(this::ready) == 0) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
                now = nanoTime.getAsLong();
            }
            errors += total - answered() - errors;
            for (Line line : lines) {
                line.close();
            }
            return new Seen(
                    micros.getTotalCount(),
                    errors,
                    micros.getValueAtPercentile(50),
                    micros.getValueAtPercentile(99),
                    micros.getMaxValue(),
                    shed.getTotalCount(),
                    shed.getValueAtPercentile(99));
        }

        private long answered() {
            return micros.getTotalCount() + shed.getTotalCount();
        }

        private void send(long start, long due) {
            while (sent < due && !free.isEmpty()) {
                Line line = free.remove();
                if (!line.send(start + (long) (sent * interval))) {
                    errors++;
                    free.add(line);
                }
                sent++;
            }
        }

        private void ready(SelectionKey key) {
            Line line = (Line) key.attachment();
            switch (line.advance()) {
                case WAITING -> {}
                case ANSWERED -> {
                    long took = (nanoTime.getAsLong() - line.planned()) / 1000;
                    (line.shed() ? shed : micros)
                            .recordValue(Math.min(60_000_000, Math.max(0, took)));
                    free.add(line);
                }
                case FAILED -> {
                    errors++;
                    free.add(line);
                }
            }
        }
    }
}

package dev.goodgate.bench.figure;

import com.sun.net.httpserver.HttpExchange;
import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.OpenLoop;
import dev.goodgate.bench.run.Wrk;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// O05: ten times the load that the application can carry, at a fixed rate whatever happens.
final class Overload implements Figure {
    /// Requests the application carries at once; the configuration's `max-connections`.
    private static final int CAPACITY = 32;

    private static final Duration WORK = Duration.ofMillis(50);
    private static final int BODY = 64;
    private static final long SHED_LIMIT_MICROS = 50_000;

    @Override
    public String name() {
        return "overload";
    }

    @Override
    public String demand() {
        return "offered 10 times the capacity: goodput at least 90 % of the peak,"
                + " the excess 503 in under 50 ms";
    }

    @Override
    public Measured measure(Tools tools) {
        Semaphore permits = new Semaphore(CAPACITY, true);
        try (Origin origin = new Origin(exchange -> answer(exchange, permits, tools));
                Bed bed = tools.bed()) {
            Map<String, String> values = Map.of("UPSTREAM", origin.portText());
            int port = tools.start(bed, "overload", values).port();
            Wrk wrk = tools.wrk();
            String url = "http://127.0.0.1:" + port + "/";
            wrk.run(url, CAPACITY, 3, List.of());
            double peak = wrk.run(url, CAPACITY, 4, List.of()).requestsPerSecond();
            tools.openLoop().run(plan(port, 10 * peak, 3));
            OpenLoop.Seen over = tools.openLoop().run(plan(port, 10 * peak, 10));
            OpenLoop.Seen after = tools.openLoop().run(plan(port, peak / 2, 3));
            double goodput = over.requests() / 10.0;
            return new Measured.Notes()
                    .put("peakPerSecond", Math.round(peak))
                    .put("offeredPerSecond", Math.round(10 * peak))
                    .put("goodputPerSecond", Math.round(goodput))
                    .put("goodputPercent", Math.round(goodput / peak * 100))
                    .put("shed", over.shed())
                    .put("shedP99Micros", over.shedP99Micros())
                    .put("errors", over.errors())
                    .put("shedAfterwards", after.shed() + after.errors())
                    .reached(
                            goodput >= 0.9 * peak
                                    && over.shedP99Micros() < SHED_LIMIT_MICROS
                                    && over.shed() > 0
                                    && over.errors() == 0
                                    && after.shed() + after.errors() == 0);
        }
    }

    private static OpenLoop.Plan plan(int port, double rate, int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return new OpenLoop.Plan(port, "/", 512, false, BODY, rate, length, true);
    }

    private static void answer(HttpExchange exchange, Semaphore permits, Tools tools)
            throws IOException {
        permits.acquireUninterruptibly();
        try {
            tools.pause(WORK);
        } finally {
            permits.release();
        }
        exchange.sendResponseHeaders(200, BODY);
        exchange.getResponseBody().write(new byte[BODY]);
        exchange.close();
    }
}

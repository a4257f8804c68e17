package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.OpenLoop;
import java.time.Duration;
import java.util.Map;

/// M12: 200 ms and jitter each way to the upstream; what the gateway adds must stay what it is
/// without.
final class Delays implements Figure {
    private static final Duration DELAY = Duration.ofMillis(200);
    private static final Duration JITTER = Duration.ofMillis(20);
    private static final double RATE = 300;
    private static final long LIMIT_MICROS = 3000;

    @Override
    public String name() {
        return "delays";
    }

    @Override
    public String demand() {
        return "M12, 200 ms and jitter each way: all 200, added latency (median) at most 3 ms";
    }

    @Override
    public Measured measure(Tools tools) {
        try (Bed bed = tools.bed();
                Relay relay = new Relay(bed.startUpstream(), DELAY, JITTER, tools)) {
            Map<String, String> values = Map.of("UPSTREAM", Integer.toString(relay.port()));
            int port = tools.start(bed, "startup", values).port();
            OpenLoop load = tools.openLoop();
            load.run(plan(port, 3));
            OpenLoop.Seen direct = load.run(plan(relay.port(), 10));
            OpenLoop.Seen through = load.run(plan(port, 10));
            long added = through.p50Micros() - direct.p50Micros();
            return new Measured.Notes()
                    .put("directP50Micros", direct.p50Micros())
                    .put("throughP50Micros", through.p50Micros())
                    .put("addedP50Micros", added)
                    .put("directP99Micros", direct.p99Micros())
                    .put("throughP99Micros", through.p99Micros())
                    .put("errors", through.errors())
                    .reached(added <= LIMIT_MICROS && through.errors() == 0);
        }
    }

    private static OpenLoop.Plan plan(int port, int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return new OpenLoop.Plan(port, "/64B", 256, false, 64, RATE, length, false);
    }
}

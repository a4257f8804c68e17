package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.lab.valid.Demand;
import dev.goodgate.lab.valid.Tally;
import dev.goodgate.lab.valid.ValidTraffic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/// Valid messages over sockets, through the gateway as users start it, to the lab's upstream.
final class ValidMessages implements Figure {
    private static final Demand DEMAND = new Demand(20_261_122, 200_000, 10_000, 32);

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public String demand() {
        return "200 000 seeded valid requests and 10 000 valid responses:"
                + " 0 refused, 0 altered beyond the written normalisation";
    }

    @Override
    public Measured measure(Tools tools) {
        try (ValidTraffic traffic = new ValidTraffic(DEMAND);
                Bed bed = tools.bed()) {
            String port = Integer.toString(traffic.upstream().getPort());
            Bed.Running running = tools.start(bed, "messages", Map.of("UPSTREAM", port));
            long start = tools.nanoTime().getAsLong();
            Tally tally =
                    traffic.through(
                            new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(), running.port()));
            return new Measured.Notes()
                    .put("requests", tally.requests())
                    .put("responses", tally.responses())
                    .put("refused", tally.refused())
                    .put("altered", tally.altered())
                    .put("seconds", Math.round(tools.millisSince(start) / 100) / 10.0)
                    .put("firstFaults", tally.samples())
                    .reached(tally.clean());
        } catch (IOException e) {
            throw new BenchFailure("messages: " + e);
        }
    }
}

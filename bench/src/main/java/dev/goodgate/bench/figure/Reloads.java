package dev.goodgate.bench.figure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Two hundred reloads between two really different configurations while clients watch every octet.
final class Reloads implements Figure {
    private static final int RELOADS = 200;
    private static final int KEPT = 12;
    private static final int FRESH = 4;
    private static final Duration EACH = Duration.ofMillis(150);
    private static final Duration VISIBLE_LIMIT = Duration.ofSeconds(5);
    private static final int LARGE = 10_240;
    private static final int SMALL = 64;

    @Override
    public String name() {
        return "reload";
    }

    @Override
    public String demand() {
        return "200 reloads, at least 5/s, under keep-alive load and new connections:"
                + " 0 refused, 0 reset, 0 self-made 5xx, 0 wrong octets";
    }

    @Override
    public Measured measure(Tools tools) {
        try (Origin first = new Origin(exchange -> answer(exchange, 'a'));
                Origin second = new Origin(exchange -> answer(exchange, 'b'));
                Bed bed = tools.bed()) {
            Map<String, String> values = new HashMap<>();
            values.put("FIRST", first.portText());
            values.put("SECOND", second.portText());
            values.put("UPSTREAM", first.portText());
            Bed.Running running = tools.start(bed, "reload-a", values);
            values.put("PORT", Integer.toString(running.port()));
            values.put("ADMIN", Integer.toString(running.admin()));
            values.put("DIR", bed.directory().toString());
            values.put("FILES", "20000");
            Switch reload = new Switch(tools, running, bed.directory(), values);
            return measure(tools, running, reload);
        } catch (IOException e) {
            throw new BenchFailure("reload: " + e);
        }
    }

    private static Measured measure(Tools tools, Bed.Running running, Switch reload)
            throws IOException {
        try (Watchers watchers = new Watchers(running.port(), LARGE, SMALL)) {
            watchers.start(KEPT, FRESH);
            tools.pause(Duration.ofSeconds(2));
            long start = tools.nanoTime().getAsLong();
            double slowest = 0;
            for (int n = 1; n <= RELOADS; n++) {
                long before = tools.nanoTime().getAsLong();
                reload.to(n % 2 == 1 ? 'b' : 'a');
                slowest = Math.max(slowest, tools.millisSince(before));
                tools.pause(EACH.minusNanos(tools.nanoTime().getAsLong() - before));
            }
            double seconds = tools.millisSince(start) / 1000;
            tools.pause(Duration.ofSeconds(1));
            Watchers.Counts counts = watchers.stop();
            return new Measured.Notes()
                    .put("reloads", RELOADS)
                    .put("reloadsPerSecond", Math.round(RELOADS / seconds * 10) / 10.0)
                    .put("slowestReloadMillis", slowest)
                    .put("requests", counts.requests())
                    .put("newConnections", counts.connections())
                    .put("refused", counts.refused())
                    .put("reset", counts.reset())
                    .put("selfMade5xx", counts.selfMade())
                    .put("wrongOctets", counts.wrong())
                    .put("firstFaults", counts.samples())
                    .reached(counts.clean() && RELOADS / seconds >= 5);
        }
    }

    private static void answer(HttpExchange exchange, char letter) throws IOException {
        int octets = exchange.getRequestURI().getPath().startsWith("/large") ? LARGE : SMALL;
        byte[] body = String.valueOf(letter).repeat(octets).getBytes(US_ASCII);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// Puts a configuration in force and waits until a new request shows it.
    private record Switch(
            Tools tools, Bed.Running running, Path directory, Map<String, String> values) {

        void to(char letter) throws IOException {
            values.put("UPSTREAM", String.valueOf(values.get(letter == 'a' ? "FIRST" : "SECOND")));
            Path inForce =
                    directory.resolve(String.valueOf(tools.template("reload-a").getFileName()));
            Path next =
                    new Template(tools.template("reload-" + letter))
                            .fill(directory.resolve("next"), values);
            Files.move(next, inForce, StandardCopyOption.ATOMIC_MOVE);
            ReloadCall.to(running);
            long start = tools.nanoTime().getAsLong();
            while (!shows(letter)) {
                if (tools.millisSince(start) > VISIBLE_LIMIT.toMillis()) {
                    throw new BenchFailure(
                            "reload: configuration "
                                    + letter
                                    + " not in force after 5 s:\n"
                                    + running.child().printed());
                }
                tools.pause(Duration.ofMillis(2));
            }
        }

        private boolean shows(char letter) throws IOException {
            try (RawClient client = new RawClient(running.port())) {
                return client.get("/small").body().startsWith(String.valueOf(letter));
            }
        }
    }
}

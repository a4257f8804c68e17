package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What ten thousand connections cost that do nothing after their first request.
final class IdleClients implements Figure {
    private static final int CLIENTS = 10_000;
    private static final long LIMIT_KIB = 100 * 1024;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String demand() {
        return "10 000 clients, each idle 30 s after one request: RSS + 100 MiB at most";
    }

    @Override
    public Measured measure(Tools tools) {
        List<RawClient> clients = new ArrayList<>();
        try (Bed bed = tools.bed()) {
            bed.startUpstream();
            Bed.Running running = tools.start(bed, "idle", Map.of());
            tools.wrk().run("http://127.0.0.1:" + running.port() + "/64B", 64, 5, List.of());
            tools.pause(Duration.ofSeconds(2));
            long before = running.child().tree().rssKiB();
            for (int i = 0; i < CLIENTS; i++) {
                RawClient client = new RawClient(running.port());
                clients.add(client);
                expect(client);
            }
            long connected = running.child().tree().rssKiB();
            long cpu = running.child().tree().cpuMicros();
            tools.pause(Duration.ofSeconds(30));
            long cpuIdle = running.child().tree().cpuMicros() - cpu;
            long after = running.child().tree().rssKiB();
            for (RawClient client : clients) {
                expect(client);
            }
            return new Measured.Notes()
                    .put("beforeKiB", before)
                    .put("connectedKiB", connected)
                    .put("idleKiB", after)
                    .put("addedKiB", after - before)
                    .put("cpuPercentWhileIdle", Math.round(cpuIdle / 3e3) / 100.0)
                    .reached(after - before <= LIMIT_KIB);
        } catch (IOException e) {
            throw new BenchFailure("idle: client " + clients.size() + ": " + e);
        } finally {
            close(clients);
        }
    }

    private static void expect(RawClient client) throws IOException {
        int status = client.get("/64B").status();
        if (status != 200) {
            throw new BenchFailure("idle: answer " + status);
        }
    }

    private static void close(List<RawClient> clients) {
        for (RawClient client : clients) {
            try {
                client.close();
            } catch (IOException e) {
                throw new BenchFailure("idle: close: " + e);
            }
        }
    }
}

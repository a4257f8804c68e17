package dev.goodgate.bench.figure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import dev.goodgate.bench.run.Bed;
import dev.goodgate.bench.run.BenchFailure;
import dev.goodgate.bench.run.ProcessTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One gibibyte each way through a gateway with little memory: at full speed with a length, then in
/// chunks with a reader at either end that takes 20 MB/s.
final class BigBodies implements Figure {
    private static final long GIBIBYTE = 1L << 30;
    private static final long SLOW = 20_000_000;
    private static final long LIMIT_KIB = 16 * 1024;

    @Override
    public String name() {
        return "bodies";
    }

    @Override
    public String demand() {
        return "1 GiB up and down, -Xmx64m -XX:MaxDirectMemorySize=64m, slow reader 20 MB/s:"
                + " hash equal, RSS flat within 16 MiB";
    }

    @Override
    public Measured measure(Tools tools) {
        try (Origin origin = new Origin(exchange -> answer(exchange, tools));
                Bed bed = tools.bed()) {
            Map<String, String> values =
                    Map.of(
                            "UPSTREAM",
                            origin.portText(),
                            "JVM_OPTIONS",
                            "-Xmx64m -XX:MaxDirectMemorySize=64m");
            Bed.Running running = tools.start(bed, "bodies", values);
            return measure(tools, running);
        }
    }

    private static Measured measure(Tools tools, Bed.Running running) {
        try {
            ProcessTree tree = running.child().tree();
            Transfers transfers = new Transfers(running.port(), tools);
            both(transfers.upload("/up", GIBIBYTE / 4, 1), transfers.download("/down", 0, 2));
            tools.progress().accept("bodies: warm");
            RssWatch watch = new RssWatch(tree, tools);
            boolean fast =
                    both(transfers.upload("/up", GIBIBYTE, 3), transfers.download("/down", 0, 4));
            tools.progress().accept("bodies: full speed done");
            boolean slow =
                    both(
                            transfers.upload("/up-slow", GIBIBYTE, 5),
                            transfers.download("/down-chunked", SLOW, 6));
            long growth = watch.growthKiB();
            return new Measured.Notes()
                    .put("hashesEqual", fast && slow)
                    .put("rssGrowthKiB", growth)
                    .put("rssKiB", tree.rssKiB())
                    .put("peakRssKiB", tree.peakRssKiB())
                    .reached(fast && slow && growth <= LIMIT_KIB);
        } catch (BenchFailure failure) {
            throw new BenchFailure(failure.getMessage() + "\n" + running.child().printed());
        }
    }

    private static boolean both(Callable<Boolean> up, Callable<Boolean> down) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = threads.submit(up);
            Future<Boolean> second = threads.submit(down);
            return first.get(150, TimeUnit.SECONDS) && second.get(150, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchFailure("bodies: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("bodies: interrupted");
        }
    }

    private static void answer(HttpExchange exchange, Tools tools) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/down", "/down-chunked" -> {
                long seed = Long.parseLong(exchange.getRequestURI().getQuery());
                long length = path.equals("/down") ? GIBIBYTE : 0;
                exchange.sendResponseHeaders(200, length);
                new Content(seed, GIBIBYTE).writeTo(exchange.getResponseBody());
            }
            default -> {
                Pace pace = new Pace(path.equals("/up-slow") ? SLOW : 0, tools);
                String hash = Content.hash(exchange.getRequestBody(), pace);
                byte[] body = hash.getBytes(US_ASCII);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
        exchange.close();
    }

    /// The client's side of both directions.
    private record Transfers(int port, Tools tools) {

        Callable<Boolean> upload(String path, long length, long seed) {
            return () -> {
                HttpURLConnection connection = open(path);
                connection.setDoOutput(true);
                connection.setRequestMethod("PUT");
                if (path.equals("/up")) {
                    connection.setFixedLengthStreamingMode(length);
                } else {
                    connection.setChunkedStreamingMode(16_384);
                }
                Content content = new Content(seed, length);
                try (OutputStream out = connection.getOutputStream()) {
                    content.writeTo(out);
                }
                try (InputStream in = connection.getInputStream()) {
                    return new String(in.readAllBytes(), US_ASCII).equals(content.hash());
                }
            };
        }

        Callable<Boolean> download(String path, long octetsPerSecond, long seed) {
            return () -> {
                HttpURLConnection connection = open(path + "?" + seed);
                try (InputStream in = connection.getInputStream()) {
                    String hash = Content.hash(in, new Pace(octetsPerSecond, tools));
                    return hash.equals(new Content(seed, GIBIBYTE).hash());
                }
            };
        }

        private HttpURLConnection open(String target) throws IOException {
            URI uri = URI.create("http://127.0.0.1:" + port + target);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setReadTimeout(120_000);
            return connection;
        }
    }
}

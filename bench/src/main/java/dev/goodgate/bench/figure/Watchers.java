package dev.goodgate.bench.figure;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Clients that ask without pause and compare every octet of every answer: some on one connection
/// as long as the gateway keeps it, some on a new connection each time.
final class Watchers implements AutoCloseable {
    private static final int SAMPLES = 5;
    private static final List<String> PATHS = List.of("/small", "/large", "/fixed", "/small");

    private final int port;
    private final int large;
    private final int small;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong reset = new AtomicLong();
    private final AtomicLong selfMade = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final Queue<String> samples = new ConcurrentLinkedQueue<>();

    /// What they have seen.
    record Counts(
            long requests,
            long connections,
            long refused,
            long reset,
            long selfMade,
            long wrong,
            List<String> samples) {
        boolean clean() {
            return refused + reset + selfMade + wrong == 0;
        }
    }

    /// @param large octets of the answers below `/large`, of the other proxied ones: `small`
    Watchers(int port, int large, int small) {
        this.port = port;
        this.large = large;
        this.small = small;
    }

    void start(int kept, int fresh) {
        for (int i = 0; i < kept + fresh; i++) {
            boolean keep = i < kept;
            threads.execute(() -> watch(keep));
        }
    }

    Counts stop() {
        end.countDown();
        return new Counts(
                requests.get(),
                connections.get(),
                refused.get(),
                reset.get(),
                selfMade.get(),
                wrong.get(),
                List.copyOf(samples));
    }

    private void watch(boolean keep) {
        int turn = 0;
        while (end.getCount() > 0) {
            try (RawClient client = new RawClient(port)) {
                connections.incrementAndGet();
                boolean again = true;
                while (again && end.getCount() > 0) {
                    String path = PATHS.get(turn++ % PATHS.size());
                    RawClient.Answer answer = client.get(path);
                    requests.incrementAndGet();
                    judge(path, answer);
                    again = keep && !answer.last();
                    rest();
                }
            } catch (ConnectException e) {
                note(refused, "refused: " + e.getMessage());
            } catch (IOException e) {
                note(reset, "reset: " + e);
            }
        }
    }

    /// A millisecond between requests: the machine's cores are for the gateway, too.
    private void rest() {
        try {
            if (end.await(1, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }

    private void judge(String path, RawClient.Answer answer) {
        if (answer.status() >= 500) {
            note(selfMade, path + ": " + answer.status() + " " + answer.body());
        } else if (answer.status() != 200 || !right(path, answer)) {
            String start = answer.body().substring(0, Math.min(20, answer.body().length()));
            note(wrong, path + ": " + answer.status() + " " + answer.fields() + " " + start);
        }
    }

    /// The field a configuration sets and the octets of its upstream must belong together.
    private boolean right(String path, RawClient.Answer answer) {
        String body = answer.body();
        if (body.equals("alpha") || body.equals("beta")) {
            return path.equals("/fixed");
        }
        String letter = body.startsWith("a") ? "a" : "b";
        int octets = path.equals("/large") ? large : small;
        String set = answer.field("x-set");
        return body.equals(letter.repeat(octets)) && (set.isEmpty() || set.equals(letter));
    }

    private void note(AtomicLong count, String what) {
        if (end.getCount() > 0) {
            count.incrementAndGet();
            if (samples.size() < SAMPLES) {
                samples.add(what);
            }
        }
    }

    @Override
    public void close() {
        end.countDown();
        threads.shutdownNow();
    }
}

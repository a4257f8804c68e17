package dev.goodgate.lab.serve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What the upstreams of one probe received: which request came on which connection, and how each
/// connection ended. Any thread.
public final class Ledger {
    private final List<Received> requests = new ArrayList<>();
    private final Map<Integer, Ending> endings = new HashMap<>();
    private int connections;

    /// One request head as it arrived. `source` is the port the gateway dialled from.
    public record Received(int connection, String line, String id, int source) {}

    /// How the other side ended a connection, and whether a last chunk had come before.
    public record Ending(boolean reset, boolean lastChunk) {}

    synchronized int opened() {
        return ++connections;
    }

    synchronized void received(Received request) {
        requests.add(request);
        notifyAll();
    }

    synchronized void ended(int connection, Ending ending) {
        endings.putIfAbsent(connection, ending);
        notifyAll();
    }

    /// All request heads so far, in order of arrival.
    public synchronized List<Received> requests() {
        return List.copyOf(requests);
    }

    /// How often a request with this id arrived.
    public synchronized long count(String id) {
        return requests.stream().filter(r -> r.id().equals(id)).count();
    }

    /// Connections accepted so far.
    public synchronized int connections() {
        return connections;
    }

    /// Connections the other side ended so far, by number.
    public synchronized Map<Integer, Ending> endings() {
        return Map.copyOf(endings);
    }

    /// Waits until this many requests have arrived. False when they did not in time.
    public boolean awaitRequests(int count, Duration limit) {
        return await(() -> requests.size() >= count, limit);
    }

    /// Waits until the other side has ended this many connections.
    public boolean awaitEndings(int count, Duration limit) {
        return await(() -> endings.size() >= count, limit);
    }

    private synchronized boolean await(BooleanSupplier condition, Duration limit) {
        // waits in slices: a late notice costs at most one, and no clock is read
        for (long left = limit.toMillis(); left > 0 && !condition.getAsBoolean(); left -= 20) {
            try {
                wait(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return condition.getAsBoolean();
    }
}

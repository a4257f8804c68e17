package dev.goodgate.lab.valid;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// What went wrong so far; for any thread.
final class Complaints {
    private static final int SAMPLES = 12;

    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong altered = new AtomicLong();
    private final Queue<String> samples = new ConcurrentLinkedQueue<>();

    void refused(int number, String how) {
        if (refused.incrementAndGet() <= SAMPLES) samples.add(number + " refused: " + how);
    }

    void altered(int number, String how) {
        if (altered.incrementAndGet() <= SAMPLES) samples.add(number + " altered: " + how);
    }

    Tally tally(Demand demand) {
        return new Tally(
                demand.requests(),
                demand.responses(),
                refused.get(),
                altered.get(),
                List.copyOf(samples));
    }
}

package dev.goodgate.gateway.upstream;

import dev.goodgate.gateway.loop.Loop;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// What is alive of one upstream beyond any snapshot: its queue of exchanges that wait for a
/// connection, its retry budget, its counters. One queue a loop; the bound counts all of them
/// together.
final class LiveUpstream {
    private static final int PAD = 16;

    /// Tries that are allowed before any request has earned them.
    private static final double RESERVE = 10;

    private final Loop[] loops;
    private final Allowance allowance;
    private final Waiters[] waiters;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicIntegerArray waitingOn;
    private final double[] budget;
    private final LongAdder stray = new LongAdder();

    /// One that waits for a connection.
    interface Waiter {
        /// A connection or a permit may be free: try again. On the waiter's loop; it has left the
        /// queue. False when it joined it again.
        boolean turn();
    }

    LiveUpstream(Loop[] loops, Allowance allowance) {
        this.loops = loops;
        this.allowance = allowance;
        this.waiters = new Waiters[loops.length];
        for (int i = 0; i < loops.length; i++) waiters[i] = new Waiters();
        this.waitingOn = new AtomicIntegerArray((loops.length + 1) * PAD);
        this.budget = new double[loops.length * PAD];
        for (int i = 0; i < loops.length; i++) budget[i * PAD] = RESERVE;
    }

    /// What all upstreams together may have open.
    Allowance allowance() {
        return allowance;
    }

    /// Joins the queue of that loop; false when the upstream's queue is full.
    boolean join(Loop loop, Waiter waiter, int limit) {
        if (waiting.incrementAndGet() > limit) {
            waiting.decrementAndGet();
            return false;
        }
        waiters[loop.index()].add(waiter);
        waitingOn.incrementAndGet((loop.index() + 1) * PAD);
        return true;
    }

    /// Back into the queue: somebody else was faster, or what came free was of no use to it.
    void rejoin(Loop loop, Waiter waiter) {
        waiting.incrementAndGet();
        waiters[loop.index()].add(waiter);
        waitingOn.incrementAndGet((loop.index() + 1) * PAD);
    }

    /// Leaves the queue before its turn.
    void leave(Loop loop, Waiter waiter) {
        if (waiters[loop.index()].remove(waiter)) left(loop);
    }

    private void left(Loop loop) {
        waiting.decrementAndGet();
        waitingOn.decrementAndGet((loop.index() + 1) * PAD);
    }

    /// A connection went idle on that loop: the longest waiting exchange there may have it; where
    /// none waits there but one does elsewhere, the connection is closed to free its permit.
    void idled(Loop loop, UpstreamConnection connection) {
        if (waiting.get() == 0) return;
        if (turnHere(loop)) return;
        connection.discard();
    }

    /// A permit is free: whoever waits may have it, those on that loop first.
    void freed(Loop loop) {
        offer(loop, loops.length);
    }

    /// Offers it there, and then on a loop after it, so many times at most: it may be of no use to
    /// anybody.
    private void offer(Loop loop, int times) {
        if (times == 0 || waiting.get() == 0 || turnHere(loop)) return;
        for (int i = 1; i < loops.length; i++) {
            Loop other = loops[(loop.index() + i) % loops.length];
            if (waitingOn.get((other.index() + 1) * PAD) == 0) continue;
            other.executor().execute(() -> offer(other, times - 1));
            return;
        }
    }

    private boolean turnHere(Loop loop) {
        Waiters here = waiters[loop.index()];
        for (int turns = here.count(); turns > 0; turns--) {
            Waiter next = here.poll();
            if (next == null) return false;
            left(loop);
            if (next.turn()) return true;
        }
        return false;
    }

    /// Asks every other loop that has idle connections of that endpoint to close its oldest.
    void reclaim(Loop asking, Endpoint endpoint) {
        for (Loop other : loops) {
            if (other == asking || !endpoint.hasIdle(other.index())) continue;
            other.executor()
                    .execute(() -> {
                        UpstreamConnection oldest = endpoint.idle(other.index()).oldest();
                        if (oldest != null) oldest.discard();
                    });
        }
    }

    /// A request arrived; it earns its share of a further try.
    void earn(Loop loop, int percent) {
        int at = loop.index() * PAD;
        budget[at] = Math.min(RESERVE * 10, budget[at] + percent / 100.0);
    }

    /// Whether the budget has room for a further try; takes it if so.
    boolean spend(Loop loop) {
        int at = loop.index() * PAD;
        if (budget[at] < 1) return false;
        budget[at] -= 1;
        return true;
    }

    void strayOctets() {
        stray.increment();
    }

    /// Idle connections that were closed because the upstream said something unasked.
    long strayCount() {
        return stray.sum();
    }

    /// Exchanges that wait, over all loops.
    int waitingCount() {
        return waiting.get();
    }

    private static final class Waiters {
        private final ArrayDeque<Waiter> queue = new ArrayDeque<>();

        void add(Waiter waiter) {
            queue.add(waiter);
        }

        boolean remove(Waiter waiter) {
            return queue.remove(waiter);
        }

        @Nullable Waiter poll() {
            return queue.poll();
        }

        int count() {
            return queue.size();
        }
    }
}

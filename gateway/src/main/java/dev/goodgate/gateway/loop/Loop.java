package dev.goodgate.gateway.loop;

import dev.goodgate.http.HeadSlabs;
import io.netty.channel.EventLoop;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// One event loop and what belongs to it alone. Every exchange, client connection and upstream
/// connection lives on exactly one; nothing here is touched from elsewhere.
public final class Loop {
    /// Room for one head with everything we add to it.
    private static final int SCRATCH = 160 * 1024;

    private final int index;
    private final EventLoop executor;
    private final Transport transport;
    private final LongSupplier nanos;
    private final LongSupplier millis;
    private final Deadlines deadlines;
    private final HeadSlabs slabs = new HeadSlabs();
    private final Poll poll = new Poll();
    private final byte[] scratch = new byte[SCRATCH];
    private final RandomGenerator random;

    /// `nanos` and `millis` are the process's clocks; `random` seeds ids and need not be strong.
    public Loop(
            int index,
            EventLoop executor,
            Transport transport,
            LongSupplier nanos,
            LongSupplier millis,
            RandomGenerator random) {
        this.index = index;
        this.executor = executor;
        this.transport = transport;
        this.nanos = nanos;
        this.millis = millis;
        this.random = random;
        this.deadlines = new Deadlines(executor, nanos);
    }

    /// Its number, from 0.
    public int index() {
        return index;
    }

    /// The thread of it.
    public EventLoop executor() {
        return executor;
    }

    /// The channels it can open.
    public Transport transport() {
        return transport;
    }

    /// Nanoseconds, as `System.nanoTime()`.
    public long nanos() {
        return nanos.getAsLong();
    }

    /// Milliseconds since 1970.
    public long millis() {
        return millis.getAsLong();
    }

    /// Where its deadlines run.
    public Deadlines deadlines() {
        return deadlines;
    }

    /// Where its heads take their octets from.
    public HeadSlabs slabs() {
        return slabs;
    }

    /// Asks the kernel about idle connections.
    public Poll poll() {
        return poll;
    }

    /// Octets in the making; valid until the next head is composed.
    public byte[] scratch() {
        return scratch;
    }

    /// Random numbers for ids that need not resist guessing.
    public RandomGenerator random() {
        return random;
    }
}

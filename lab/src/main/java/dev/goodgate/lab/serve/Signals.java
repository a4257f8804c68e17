package dev.goodgate.lab.serve;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Named one-time signals between the driver of a scenario and the upstream it drives. Any thread.
/// Closing gives all of them, so that nobody waits for a lab that has stopped.
public final class Signals implements AutoCloseable {
    private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();
    private final CountDownLatch stopped;
    private final Consumer<String> listener;

    /// Signals that end when this latch does; each one given is told to the listener, too.
    Signals(CountDownLatch stopped, Consumer<String> listener) {
        this.stopped = stopped;
        this.listener = listener;
    }

    /// Gives a signal; giving it again does nothing.
    public void give(String name) {
        latch(name).countDown();
        listener.accept(name);
    }

    /// Waits for a signal. False when it did not come in time.
    public boolean await(String name, Duration limit) {
        try {
            return latch(name).await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// True when the signal was given.
    public boolean given(String name) {
        return latch(name).getCount() == 0;
    }

    /// Lets time pass. True when the lab stopped meanwhile.
    public boolean pause(Duration length) {
        try {
            return stopped.await(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        latches.values().forEach(CountDownLatch::countDown);
    }

    private CountDownLatch latch(String name) {
        return latches.computeIfAbsent(name, _ -> new CountDownLatch(1));
    }
}

package dev.goodgate.gateway;

import dev.goodgate.gateway.exchange.ClientConnection;
import dev.goodgate.gateway.exchange.Edge;
import dev.goodgate.gateway.exchange.Snapshot;
import dev.goodgate.gateway.listener.Census;
import dev.goodgate.gateway.policy.MemoryLevel;
import dev.goodgate.gateway.record.Recorder;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The process as its exchanges see it.
final class LiveEdge implements Edge {
    private static final long UNDER_PRESSURE = TimeUnit.SECONDS.toNanos(5);

    private final Recorder recorder;
    private final String pseudonym;
    private final Consumer<String> messages;
    private final AtomicLong bugs = new AtomicLong();
    private volatile @Nullable Snapshot snapshot;
    private volatile boolean draining;
    private @Nullable MemoryGuard memory;
    private @Nullable Census census;

    LiveEdge(Recorder recorder, String pseudonym, Consumer<String> messages) {
        this.recorder = recorder;
        this.pseudonym = pseudonym;
        this.messages = messages;
    }

    /// Completes it before the first connection.
    void put(Snapshot first, MemoryGuard guard, Census all) {
        memory = guard;
        census = all;
        snapshot = first;
    }

    void snapshot(Snapshot next) {
        snapshot = next;
    }

    void drain() {
        draining = true;
    }

    /// Things thrown that never should be.
    long bugs() {
        return bugs.get();
    }

    @Override
    public Snapshot snapshot() {
        return java.util.Objects.requireNonNull(snapshot, "snapshot: none (expected: put first)");
    }

    @Override
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public String pseudonym() {
        return pseudonym;
    }

    @Override
    public MemoryLevel memory() {
        MemoryGuard guard = memory;
        return guard == null ? MemoryLevel.PLENTY : guard.level();
    }

    @Override
    public boolean draining() {
        return draining;
    }

    @Override
    public long keepAliveNanos() {
        return memory() == MemoryLevel.PLENTY
                ? snapshot().settings().limits().keepAlive().toNanos()
                : UNDER_PRESSURE;
    }

    @Override
    public void closed(ClientConnection connection) {
        Census all = census;
        if (all != null) all.gone(connection.loop(), connection);
    }

    @Override
    public void bug(Throwable thrown) {
        if (bugs.incrementAndGet() > 10) return;
        StringBuilder text = new StringBuilder("bug, please report: " + thrown);
        StackTraceElement[] frames = thrown.getStackTrace();
        for (int i = 0; i < Math.min(12, frames.length); i++)
            text.append("\n    at ").append(frames[i]);
        messages.accept(text.toString());
    }
}

package dev.goodgate.gateway;

import dev.goodgate.gateway.config.LimitSettings;
import dev.goodgate.gateway.policy.MemoryLevel;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Looks twice a second at how full the memory is: of the heap what survived the last collection,
/// of direct memory what is in use; the fuller of the two counts.
final class MemoryGuard implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Supplier<LimitSettings> limits;
    private final List<MemoryPoolMXBean> pools;
    private final Thread thread;
    private volatile MemoryLevel level = MemoryLevel.PLENTY;

    MemoryGuard(Supplier<LimitSettings> limits) {
        this.limits = limits;
        this.pools =
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .toList();
        this.thread = Thread.ofVirtual().name("memory-guard").unstarted(this::watch);
    }

    MemoryGuard start() {
        thread.start();
        return this;
    }

    MemoryLevel level() {
        return level;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            level = judge(Math.max(heapPercent(), directPercent()), limits.get());
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    /// The level of that percentage.
    static MemoryLevel judge(int percent, LimitSettings limits) {
        if (percent >= limits.memoryStop()) return MemoryLevel.STOP;
        if (percent >= limits.memoryShed()) return MemoryLevel.SHED;
        if (percent >= limits.memoryNoKeepAlive()) return MemoryLevel.NO_KEEP_ALIVE;
        return MemoryLevel.PLENTY;
    }

    private int heapPercent() {
        long used = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage afterCollection = pool.getCollectionUsage();
            if (afterCollection != null) used += afterCollection.getUsed();
        }
        return (int) (used * 100 / Runtime.getRuntime().maxMemory());
    }

    private static int directPercent() {
        long most = PlatformDependent.maxDirectMemory();
        long arenas = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        long pinned = Math.min(arenas, PooledByteBufAllocator.DEFAULT.pinnedDirectMemory());
        return most <= 0 ? 0 : (int) (pinned * 100 / most);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

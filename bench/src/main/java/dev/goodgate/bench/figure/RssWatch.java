package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.ProcessTree;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAccumulator;

/// Watches the resident memory of a process tree, five times a second.
final class RssWatch {
    private final ProcessTree tree;
    private final long first;
    private final LongAccumulator most = new LongAccumulator(Math::max, 0);
    private final AtomicBoolean stopped = new AtomicBoolean();

    RssWatch(ProcessTree tree, Tools tools) {
        this.tree = tree;
        this.first = tree.rssKiB();
        Thread.startVirtualThread(() -> {
            while (!stopped.get()) {
                tools.pause(Duration.ofMillis(200));
                look();
            }
        });
    }

    private void look() {
        most.accumulate(tree.rssKiB());
    }

    /// Stops watching: how far the most seen lies above the first.
    long growthKiB() {
        stopped.set(true);
        return Math.max(0, most.get() - first);
    }
}

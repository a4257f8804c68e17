package dev.goodgate.gateway.config;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Waits for something to happen in a few folders. Where the system can't tell (no inotify left, a
/// network file system), the wait just ends after its time.
final class FolderWatch implements AutoCloseable {
    private final @Nullable WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    FolderWatch(Path folder) {
        this.service = service(folder);
    }

    private static @Nullable WatchService service(Path folder) {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    /// Watches exactly these folders from now on.
    void watch(Set<Path> folders) {
        keys.entrySet()
                .removeIf(entry -> {
                    boolean over = !folders.contains(entry.getKey()) || !entry.getValue().isValid();
                    if (over) {
                        entry.getValue().cancel();
                    }
                    return over;
                });
        for (Path folder : folders) {
            if (service != null && !keys.containsKey(folder)) {
                register(folder, service);
            }
        }
    }

    private void register(Path folder, WatchService with) {
        try {
            WatchKey key =
                    folder.register(
                            with,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
            keys.put(folder, key);
        } catch (IOException | ClosedWatchServiceException e) {
            keys.remove(folder); // the next look finds out whether it is back
        }
    }

    /// Returns when something happened, after `millis`, or when closed: false then. Gathers what
    /// happens within `gatherMillis` after the first.
    boolean await(long millis, long gatherMillis) throws InterruptedException {
        if (service == null) {
            return !closed.await(Math.min(millis, 1000), TimeUnit.MILLISECONDS);
        }
        try {
            WatchKey key = service.poll(millis, TimeUnit.MILLISECONDS);
            boolean over = key != null && closed.await(gatherMillis, TimeUnit.MILLISECONDS);
            while (key != null) {
                key.pollEvents();
                key.reset();
                key = service.poll();
            }
            return !over && closed.getCount() > 0;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

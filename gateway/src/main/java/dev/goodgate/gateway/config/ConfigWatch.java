package dev.goodgate.gateway.config;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/// Tells when a configuration file changed, however it was changed (written in place, renamed over
/// as editors do, reached through another link as Kubernetes does), and when the process got HUP.
///
/// The folder is watched for speed and the file looked at every five seconds for certainty. A
/// change is told once the file has kept still for a tenth of a second; while it is away nothing is
/// told. The callback runs on a virtual thread, never twice at once; whatever it throws goes to the
/// thread's uncaught-exception handler and the watch goes on.
public final class ConfigWatch implements AutoCloseable {
    private static final long LOOK_MILLIS = 5_000;
    private static final long STILL_MILLIS = 100;
    private static final int MOST_WAITS = 50;

    private final Path file;
    private final Runnable changed;
    private final FolderWatch folders;
    private final ReentrantLock calling = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;

    private ConfigWatch(Path file, Runnable changed) {
        this.file = file;
        this.changed = changed;
        this.folders = new FolderWatch(file);
    }

    /// Watches `file` and HUP until closed; `changed` is called after each change.
    public static ConfigWatch start(Path file, Runnable changed) {
        ConfigWatch watch = new ConfigWatch(file.toAbsolutePath(), changed);
        Optional<FileStamp> now = FileStamp.of(watch.file);
        watch.folders.watch(watch.around(now));
        Thread.ofVirtual().name("config-watch").start(() -> watch.run(now));
        Hangup.listen(watch::ask);
        return watch;
    }

    /// Calls back as if the file had changed. Returns at once; asked again before the callback has
    /// begun, it is called once.
    public void ask() {
        if (!closed && asked.compareAndSet(false, true)) {
            Thread.ofVirtual().name("config-reload").start(this::call);
        }
    }

    /// Ends the watch. A callback that runs already is not waited for.
    @Override
    public void close() {
        closed = true;
        folders.close();
    }

    private void run(Optional<FileStamp> first) {
        Optional<FileStamp> told = first;
        try {
            while (folders.await(LOOK_MILLIS, STILL_MILLIS)) {
                Optional<FileStamp> now = still();
                folders.watch(around(now));
                if (now.isPresent() && !now.equals(told)) {
                    told = now;
                    ask();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The stamp once two looks agree; the last look after five seconds of writing.
    private Optional<FileStamp> still() throws InterruptedException {
        Optional<FileStamp> last = FileStamp.of(file);
        for (int i = 0; i < MOST_WAITS && folders.await(STILL_MILLIS, STILL_MILLIS); i++) {
            Optional<FileStamp> now = FileStamp.of(file);
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private Set<Path> around(Optional<FileStamp> stamp) {
        Set<Path> around = new HashSet<>();
        Path named = file.getParent();
        Path real = stamp.map(now -> now.real().getParent()).orElse(null);
        if (named != null) {
            around.add(named);
        }
        if (real != null) {
            around.add(real);
        }
        return around;
    }

    private void call() {
        calling.lock();
        try {
            asked.set(false);
            if (!closed) {
                changed.run();
            }
        } finally {
            calling.unlock();
        }
    }
}

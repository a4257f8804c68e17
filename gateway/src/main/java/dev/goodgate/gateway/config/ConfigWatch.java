package dev.goodgate.gateway.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Tells when a configuration file, or a file that it names, changed, however it was changed
/// (written in place, renamed over as editors do, reached through another link as Kubernetes does),
/// and when the process got HUP.
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
    private final Supplier<Set<Path>> named;
    private final Runnable changed;
    private final FolderWatch folders;
    private final ReentrantLock calling = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;

    /// What the files are like at one moment; those that are away are not in it.
    private record Look(Optional<FileStamp> own, Map<Path, FileStamp> named) {
        /// A file that comes into view for the first time is no change: the configuration is.
        boolean changedSince(Look before) {
            if (own.isEmpty()) return false;
            return !own.equals(before.own)
                    || named.entrySet().stream()
                            .anyMatch(now -> {
                                FileStamp then = before.named.get(now.getKey());
                                return then != null && !then.equals(now.getValue());
                            });
        }

        /// What is known after this look: of a file that is away, what it was like.
        Look after(Look before) {
            if (own.isEmpty()) return before;
            Map<Path, FileStamp> known = new HashMap<>(before.named);
            known.putAll(named);
            return new Look(own, known);
        }
    }

    private ConfigWatch(Path file, Supplier<Set<Path>> named, Runnable changed) {
        this.file = file;
        this.named = named;
        this.changed = changed;
        this.folders = new FolderWatch(file);
    }

    /// Watches `file` and HUP until closed; `changed` is called after each change.
    public static ConfigWatch start(Path file, Runnable changed) {
        return start(file, Set::of, changed);
    }

    /// The same, and the files that the configuration in force names, asked for at each look.
    public static ConfigWatch start(Path file, Supplier<Set<Path>> named, Runnable changed) {
        ConfigWatch watch = new ConfigWatch(file.toAbsolutePath(), named, changed);
        Look now = watch.look();
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

    private void run(Look first) {
        Look known = first;
        try {
            while (folders.await(LOOK_MILLIS, STILL_MILLIS)) {
                Look now = still();
                folders.watch(around(now));
                boolean changed = now.changedSince(known);
                known = now.after(known);
                if (changed) ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Look look() {
        Map<Path, FileStamp> stamps = new HashMap<>();
        for (Path one : named.get()) FileStamp.of(one).ifPresent(now -> stamps.put(one, now));
        return new Look(FileStamp.of(file), stamps);
    }

    /// The look once two agree; the last look after five seconds of writing.
    private Look still() throws InterruptedException {
        Look last = look();
        for (int i = 0; i < MOST_WAITS && folders.await(STILL_MILLIS, STILL_MILLIS); i++) {
            Look now = look();
            if (now.equals(last)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private Set<Path> around(Look look) {
        Set<Path> around = new HashSet<>();
        Stream.concat(Stream.of(file), named.get().stream()).forEach(one -> add(one, around));
        look.own.ifPresent(now -> add(now.real(), around));
        look.named.values().forEach(now -> add(now.real(), around));
        return around;
    }

    private static void add(Path file, Set<Path> around) {
        Path folder = file.getParent();
        if (folder != null) around.add(folder);
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

package dev.goodgate.logs.follow;

import dev.goodgate.logs.scan.Arrivals;
import dev.goodgate.logs.scan.Inflow;
import dev.goodgate.logs.source.Input;
import dev.goodgate.logs.source.Opened;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The files that are followed, at most 1 000 at once. A file that took another's place is read
/// from its start, and the old one on until ten seconds after its last line; a file that was
/// renamed is not taken for a new one. For one thread.
final class Tails implements Closeable {
    private static final int MOST = 1_000;
    private static final Duration LEAVING = Duration.ofSeconds(10);

    private final Opener opener;
    private final Arrivals arrivals;
    private final Consumer<Skipped> skipped;
    private final Map<Path, Known> known = new LinkedHashMap<>();
    private final List<Tail> leaving = new ArrayList<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private Set<Object> seen = new HashSet<>();

    Tails(Opener opener, Arrivals arrivals, Consumer<Skipped> skipped) {
        this.opener = opener;
        this.arrivals = arrivals;
        this.skipped = skipped;
    }

    /// A followed file, and what the system knows it by.
    private record Known(Object key, String name, Tail tail) {}

    /// Where to begin in files that are there already: those written at that time or later are read
    /// whole, the others from their end.
    void begin(List<Input.File> files, Instant since, Instant now) {
        for (Input.File file : files) {
            BasicFileAttributes is = attributes(file.path());
            if (is == null) continue;
            seen.add(key(is, file.path()));
            if (!isText(file)) continue;
            if (known.size() == MOST) {
                skipped.accept(new Skipped(file.name(), Why.TOO_MANY, "at most 1000 are followed"));
                continue;
            }
            boolean whole = !is.lastModifiedTime().toInstant().isBefore(since);
            open(file, key(is, file.path()), whole ? Tail.Start.WRITTEN : Tail.Start.END, now);
        }
    }

    /// Takes in files that are new since.
    void listed(List<Input.File> files, Instant now) {
        Set<Object> there = new HashSet<>();
        for (Input.File file : files) {
            BasicFileAttributes is = attributes(file.path());
            if (is == null) continue;
            Object key = key(is, file.path());
            there.add(key);
            boolean old = known.containsKey(file.path()) || seen.contains(key);
            if (!old && known.size() < MOST && isText(file)) open(file, key, Tail.Start.NEW, now);
            else seen.add(key);
        }
        for (Known one : known.values()) there.add(one.key);
        seen = there;
    }

    private static Object key(BasicFileAttributes is, Path path) {
        return is.fileKey() == null ? path : is.fileKey();
    }

    private static @Nullable BasicFileAttributes attributes(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException _) {
            return null;
        }
    }

    /// Whether the file is empty so far, or text that is not packed.
    private boolean isText(Input.File file) {
        switch (opener.open(file)) {
            case Skipped one -> {
                if (one.why() == Why.EMPTY) return true;
                skipped.accept(one);
                return false;
            }
            case Opened opened -> {
                boolean plain = opened.plain().isPresent();
                close(opened);
                return plain;
            }
        }
    }

    private void open(Input.File file, Object key, Tail.Start start, Instant now) {
        Tail.Source source = lines -> inflow(file.name(), lines);
        try {
            Tail tail = Tail.of(file.path(), start, source, now);
            known.put(file.path(), new Known(key, file.name(), tail));
            seen.add(key);
        } catch (IOException failed) {
            String reason = String.valueOf(failed.getMessage());
            skipped.accept(new Skipped(file.name(), Why.UNREADABLE, reason));
        }
    }

    /// Each content of a file is an input of its own, the second of `app.log` named `app.log#2`, so
    /// that numbers of lines are those of the file they stand in.
    private Inflow inflow(String name, long lines) {
        int generation = generations.merge(name, 1, Integer::sum);
        return arrivals.of(generation == 1 ? name : name + "#" + generation, lines);
    }

    /// Reads what was written since. Returns whether there was anything.
    boolean poll(Instant now) {
        boolean any = false;
        for (Map.Entry<Path, Known> entry : List.copyOf(known.entrySet())) {
            Path path = entry.getKey();
            Known one = entry.getValue();
            any |= poll(one.tail, now);
            BasicFileAttributes is = attributes(path);
            if (is != null && key(is, path).equals(one.key)) continue;
            if (is == null && !one.tail.isIdle(LEAVING, now)) continue;
            known.remove(path);
            leaving.add(one.tail);
            if (is == null) continue;
            any = true;
            open(new Input.File(one.name, path), key(is, path), Tail.Start.NEW, now);
        }
        for (Tail tail : List.copyOf(leaving)) {
            any |= poll(tail, now);
            if (tail.isIdle(LEAVING, now)) {
                leaving.remove(tail);
                tail.flush();
                close(tail);
            }
        }
        return any;
    }

    private static boolean poll(Tail tail, Instant now) {
        try {
            return tail.poll(now);
        } catch (IOException _) {
            // It cannot be read at this moment; a file that is gone is noticed by its name.
            return false;
        }
    }

    /// Searches what stands at the ends without a line feed.
    void flush() {
        for (Known one : known.values()) one.tail.flush();
        for (Tail tail : leaving) tail.flush();
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException _) {
            // It was only read: nothing is lost.
        }
    }

    @Override
    public void close() {
        for (Known one : known.values()) close(one.tail);
        for (Tail tail : leaving) close(tail);
    }
}

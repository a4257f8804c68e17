package dev.goodgate.logs.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The files found so far, each once however many names lead to it. For one thread.
final class Collected {
    private static final int MOST_FILES = 5_000;
    private static final List<String> NO_LOGS =
            List.of(".swp", ".lock", ".pid", ".tmp", ".offset", ".journal", ".sha256", ".pos");

    private final Rights rights;
    private final Instant since;
    private final Set<Object> seen = new HashSet<>();
    private final Map<Owner, List<Path>> files = new LinkedHashMap<>();
    private final Map<Owner, Integer> older = new LinkedHashMap<>();
    private final Map<String, Denied> denied = new LinkedHashMap<>();
    private final Map<String, Long> newest = new LinkedHashMap<>();
    private int count;

    /// Files last written before that time are counted only.
    Collected(Rights rights, Instant since) {
        this.rights = rights;
        this.since = since;
    }

    private record Owner(String server, Place.By by) {}

    /// Takes in a file; what is none, empty, or no log by its name is passed over.
    void file(String server, Path path, Place.By by) {
        String name = path.toString();
        if (count >= MOST_FILES || NO_LOGS.stream().anyMatch(name::endsWith)) return;
        BasicFileAttributes is;
        try {
            is = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (IOException _) {
            // It went away, or its folder is closed.
            return;
        }
        if (!is.isRegularFile() || is.size() == 0) return;
        if (!seen.add(is.fileKey() == null ? path : is.fileKey())) return;
        Owner owner = new Owner(server, by);
        if (is.lastModifiedTime().toInstant().isBefore(since)) {
            older.merge(owner, 1, Integer::sum);
        } else if (!rights.read(path)) {
            closed(server, path, path.resolveSibling("*"));
        } else {
            files.computeIfAbsent(owner, _ -> new ArrayList<>()).add(path);
            newest.merge(server, is.lastModifiedTime().toMillis(), Math::max);
            newest.merge("", is.lastModifiedTime().toMillis(), Math::max);
            count++;
        }
    }

    /// Takes in a folder that may not be looked into.
    void folder(String server, Path folder) {
        closed(server, folder, folder);
    }

    /// Takes in something else that may not be read.
    void denied(Denied one) {
        denied.putIfAbsent(one.where(), one);
    }

    private void closed(String server, Path path, Path where) {
        denied(Denied.to(server, where.toString(), Denied.Why.FILES, group(path)));
    }

    /// The group that may read it, empty when none.
    static String group(Path path) {
        try {
            var is = Files.readAttributes(path, PosixFileAttributes.class);
            if (!is.permissions().contains(PosixFilePermission.GROUP_READ)) return "";
            return is.group().getName();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }

    /// Whether a file of that server is among them.
    boolean has(String server) {
        return files.keySet().stream().anyMatch(owner -> owner.server.equals(server));
    }

    /// When that server's files were last written, in milliseconds; of all with an empty name; 0
    /// without any.
    long newest(String server) {
        return newest.getOrDefault(server, 0L);
    }

    /// Leaves out files of that server, since another place tells the same.
    void drop(String server) {
        files.keySet().removeIf(owner -> owner.server.equals(server));
    }

    List<Place> places() {
        List<Place> places = new ArrayList<>();
        files.forEach((owner, paths) -> places.add(place(owner, paths)));
        older.forEach((owner, _) -> {
            if (!files.containsKey(owner)) places.add(place(owner, List.of()));
        });
        return places;
    }

    private Place place(Owner owner, List<Path> paths) {
        return new Place.Files(owner.server, paths, owner.by, older.getOrDefault(owner, 0));
    }

    List<String> operands() {
        return files.values().stream().flatMap(List::stream).map(Path::toString).toList();
    }

    List<Denied> denied() {
        return List.copyOf(denied.values());
    }
}

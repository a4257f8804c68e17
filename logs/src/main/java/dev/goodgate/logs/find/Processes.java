package dev.goodgate.logs.find;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The logs that running processes hold open, found in /proc: at most 4 096 processes and 20 000
/// open files are looked at. For one thread.
final class Processes {
    private static final int MOST_PROCESSES = 4_096;
    private static final int MOST_OPEN = 20_000;
    private static final int MOST_OPEN_EACH = 1_024;

    private final Path root;
    private final Rights rights;
    private final Collected into;
    private final Map<String, Path> closed = new TreeMap<>();
    private int open;

    Processes(Path root, Rights rights, Collected into) {
        this.root = root;
        this.rights = rights;
        this.into = into;
    }

    /// Takes in what is found. A server none of whose logs is found, and whose open files may not
    /// be seen, is noted.
    void look() {
        for (Path process : processes()) {
            String name = Software.name(process);
            Optional<String> server = Software.of(name);
            Path links = process.resolve("fd");
            if (!rights.list(links)) {
                server.ifPresent(one -> closed.putIfAbsent(one, process));
                continue;
            }
            for (Path link : entries(links, MOST_OPEN_EACH)) {
                if (open++ < MOST_OPEN) link(process, server, link);
            }
        }
        closed.forEach((server, process) -> {
            if (into.has(server)) return;
            String where = "/" + root.relativize(process);
            into.denied(Denied.to(server, where, Denied.Why.PROCESS, ""));
        });
    }

    private List<Path> processes() {
        List<Path> found = new ArrayList<>();
        for (Path entry : entries(root.resolve("proc"), MOST_PROCESSES * 2)) {
            String name = entry.getFileName().toString();
            boolean number = name.chars().allMatch(c -> c >= '0' && c <= '9');
            if (number && found.size() < MOST_PROCESSES) found.add(entry);
        }
        return found;
    }

    private void link(Path process, Optional<String> server, Path link) {
        Path target;
        try {
            target = Files.readSymbolicLink(link);
        } catch (IOException _) {
            // It was closed meanwhile.
            return;
        }
        String path = target.toString();
        String number = link.getFileName().toString();
        boolean output = number.equals("1") || number.equals("2");
        if (!Software.writesLog(path, output && server.isPresent())) return;
        if (!written(process, number)) return;
        Path seen = seen(process, link, path.substring(1));
        into.file(server.orElse("other"), seen, Place.By.OPEN_FILE);
    }

    /// The way to the file: its own path, or where that leads elsewhere, since the process lives in
    /// a container, the one through the process.
    private Path seen(Path process, Path link, String path) {
        Path here = root.resolve(path);
        try {
            Object there = Files.readAttributes(link, BasicFileAttributes.class).fileKey();
            if (there == null || there.equals(key(here))) return here;
        } catch (IOException _) {
            return here;
        }
        Path through = process.resolve("root").resolve(path);
        return Files.exists(through) ? through : here;
    }

    private static Object key(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path : key;
        } catch (IOException _) {
            return path;
        }
    }

    /// Whether the process may write there, by the octal `flags:` of its descriptor.
    private static boolean written(Path process, String number) {
        String info = text(process.resolve("fdinfo").resolve(number));
        int at = info.indexOf("flags:");
        if (at < 0) return false;
        int end = info.indexOf('\n', at);
        String flags = info.substring(at + 6, end < 0 ? info.length() : end).strip();
        return !flags.isEmpty() && (flags.charAt(flags.length() - 1) & 3) != 0;
    }

    private static List<Path> entries(Path folder, int most) {
        List<Path> all = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (all.size() == most) break;
                all.add(entry);
            }
        } catch (IOException | DirectoryIteratorException _) {
            // Not there, or it ended meanwhile.
        }
        return all;
    }

    /// The text of a small file; empty when it cannot be read.
    static String text(Path file) {
        try (var octets = Files.newInputStream(file)) {
            return new String(octets.readNBytes(4096), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}

package dev.goodgate.logs.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds the files of operands: folders are searched six deep, up to 10 000 files in all, each once
/// however many names and links lead to it. For one thread.
final class Walk {
    private static final int DEEPEST = 6;
    private static final int MOST_ENTRIES = 100_000;

    /// What people keep beside logs; only in folders, a file that is named is looked into.
    private static final Set<String> NO_LOGS =
            Set.of(
                    "jpg", "jpeg", "png", "gif", "ico", "webp", "svg", "pdf", "zip", "tar", "tgz",
                    "jar", "war", "class", "so", "o", "pyc", "sqlite", "sqlite3", "db", "mdb",
                    "ibd", "frm", "myd", "myi", "wal", "rrd", "mo", "bin", "exe", "dll", "mp3",
                    "mp4", "woff", "woff2", "ttf", "css", "js", "pid", "lock", "sock", "key", "pem",
                    "crt", "der", "deb", "rpm", "iso", "img", "pcap", "hprof", "swp");

    private final int limit;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();
    private final KernelFiles kernel = new KernelFiles();
    private int beyond;
    private String firstBeyond = "";

    Walk(int limit) {
        this.limit = limit;
    }

    /// Takes in an operand.
    void operand(String operand) {
        if (operand.equals("-")) {
            if (seen.add(operand)) inputs.add(new Input.Piped());
            return;
        }
        Path path;
        try {
            path = Path.of(operand);
        } catch (InvalidPathException e) {
            skipped.add(new Skipped(operand, Why.UNREADABLE, e.getReason()));
            return;
        }
        try {
            switch (Kind.of(path)) {
                case FOLDER -> folder(path, 0, new HashSet<>());
                case FILE -> file(path);
                case PIPE -> inputs.add(new Input.File(operand, path));
                case DEVICE -> skip(path, Why.SPECIAL, "a device");
                case SOCKET -> skip(path, Why.SPECIAL, "a socket");
                case OTHER -> skip(path, Why.SPECIAL, "neither a file nor a folder");
            }
        } catch (IOException e) {
            skipped.add(Refusal.of(operand, path, e));
        }
    }

    /// All that was found.
    Listing done() {
        if (beyond > 0) {
            String detail = "and " + (beyond - 1) + " more: at most " + limit + " files are read";
            skipped.add(new Skipped(firstBeyond, Why.TOO_MANY, detail));
        }
        return new Listing(Rotation.sorted(inputs), skipped);
    }

    private void folder(Path folder, int depth, Set<Path> above) throws IOException {
        if (depth > DEEPEST) {
            skip(folder, Why.TOO_MANY, "deeper than " + DEEPEST + " folders");
            return;
        }
        Path real = folder.toRealPath();
        if (above.contains(real)) {
            skipped.add(Refusal.loop(folder.toString()));
            return;
        }
        if (!seen.add(real)) return;
        if (kernel.made(real)) {
            skip(folder, Why.SPECIAL, "the kernel's own (name a file to read it)");
            return;
        }
        above.add(real);
        for (Path entry : entries(folder)) entry(entry, depth, above);
        above.remove(real);
    }

    /// What stands in a folder, by name; of a folder beyond all measure not all.
    private List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (var stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                if (entries.size() < MOST_ENTRIES) entries.add(entry);
                else beyond(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(entries);
        return entries;
    }

    private void entry(Path path, int depth, Set<Path> above) {
        try {
            switch (Kind.of(path)) {
                case FOLDER -> folder(path, depth + 1, above);
                case FILE -> found(path);
                case PIPE -> skip(path, Why.SPECIAL, "a pipe (name it to read it)");
                case DEVICE -> skip(path, Why.SPECIAL, "a device");
                case SOCKET -> skip(path, Why.SPECIAL, "a socket");
                case OTHER -> skip(path, Why.SPECIAL, "neither a file nor a folder");
            }
        } catch (IOException e) {
            skipped.add(Refusal.of(path.toString(), path, e));
        }
    }

    private void found(Path path) throws IOException {
        String name = path.toString().toLowerCase(Locale.ROOT);
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        if (suffix.equals("journal") || suffix.equals("journal~")) {
            skip(path, Why.BINARY, Opener.JOURNAL);
        } else if (NO_LOGS.contains(suffix)) {
            skip(path, Why.BINARY, "a ." + suffix + " is no log (name it to read it)");
        } else if (kernel.made(path)) {
            skip(path, Why.SPECIAL, "the kernel's own (name it to read it)");
        } else {
            file(path);
        }
    }

    private void file(Path path) throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        if (!seen.add(key == null ? path.toRealPath() : key)) return;
        if (inputs.size() < limit) {
            inputs.add(new Input.File(path.toString(), path));
            return;
        }
        beyond(path);
    }

    private void beyond(Path path) {
        if (beyond++ == 0) firstBeyond = path.toString();
    }

    private void skip(Path path, Why why, String detail) {
        skipped.add(new Skipped(path.toString(), why, detail));
    }
}

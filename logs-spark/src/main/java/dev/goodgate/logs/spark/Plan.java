package dev.goodgate.logs.spark;

import dev.goodgate.logs.scan.Partial;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/// Who reads what: finds the files of paths and cuts them into pieces. Looks at names and sizes
/// alone; what the octets are is seen by those who read them. For one thread.
final class Plan {
    /// Names of what is compressed, and so cannot be read from its middle.
    private static final List<String> PACKED = List.of(".gz", ".zst", ".bz2", ".xz");

    private final Configuration settings;
    private final long step;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /// A plan of pieces of so many octets, rounded up to what pieces can be.
    Plan(Configuration settings, long octets) {
        this.settings = settings;
        step = Math.max(1, Math.ceilDiv(octets, Partial.STEP)) * Partial.STEP;
    }

    /// Takes in files, folders (with what lies in them, but for names that begin with `.` or `_`)
    /// and patterns of the Hadoop file system the path names.
    ///
    /// @throws IOException where that file system cannot be asked
    void add(String operand) throws IOException {
        Path path = new Path(operand);
        FileSystem files = path.getFileSystem(settings);
        FileStatus[] found = files.globStatus(path);
        if (found == null || found.length == 0) {
            skipped.add(new Skipped(operand, Why.UNREADABLE, "no such file"));
            return;
        }
        for (FileStatus one : found) {
            if (one.isFile()) file(one);
            else folder(files, one.getPath());
        }
    }

    private void folder(FileSystem files, Path folder) throws IOException {
        List<FileStatus> inside = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
        while (all.hasNext()) inside.add(all.next());
        Collections.sort(inside);
        for (FileStatus one : inside) {
            String below = one.getPath().toString().substring(folder.toString().length());
            boolean hidden = below.contains("/.") || below.contains("/_");
            if (!hidden) file(one);
        }
    }

    private void file(FileStatus file) {
        String uri = file.getPath().toUri().toString();
        if (!seen.add(uri)) return;
        boolean packed = PACKED.stream().anyMatch(uri::endsWith);
        String name = name(file.getPath());
        long size = file.getLen();
        long at = 0;
        do {
            long to = packed ? size : Math.min(size, at + step);
            pieces.add(new Piece(uri, name, size, at, to));
            at = to;
        } while (at < size);
    }

    /// A file of this machine's file system is called as everybody calls it.
    private static String name(Path path) {
        boolean local = "file".equals(path.toUri().getScheme());
        return local ? path.toUri().getPath() : path.toString();
    }

    /// The pieces, those of a file side by side.
    List<Piece> pieces() {
        return pieces;
    }

    /// What was not found.
    List<Skipped> skipped() {
        return skipped;
    }
}

package dev.goodgate.logs.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;

/// The file system of a machine, made up below a folder.
record Machine(Path root) {
    /// Everybody may read what others may, whoever runs the test.
    private static final Rights AS_STRANGER =
            new Rights() {
                @Override
                public boolean read(Path file) {
                    return others(file, "r--");
                }

                @Override
                public boolean list(Path folder) {
                    return others(folder, "r-x");
                }
            };

    private static boolean others(Path path, String wanted) {
        try {
            String all = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            return all.endsWith(wanted) || all.endsWith("r-x") || all.endsWith("rwx");
        } catch (IOException gone) {
            return false;
        }
    }

    Path file(String path) throws IOException {
        Path file = root.resolve(path.substring(1));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "a line\n");
    }

    Path file(String path, Instant written) throws IOException {
        Path file = file(path);
        Files.setLastModifiedTime(file, FileTime.from(written));
        return file;
    }

    void close(String path) throws IOException {
        Files.setPosixFilePermissions(
                root.resolve(path.substring(1)), PosixFilePermissions.fromString("rwx------"));
    }

    /// A process that has that file open under that number, for writing or not.
    void process(int pid, String name, int number, String target, String flags) throws IOException {
        Path process = root.resolve("proc/" + pid);
        Files.createDirectories(process.resolve("fd"));
        Files.createDirectories(process.resolve("fdinfo"));
        Files.writeString(process.resolve("comm"), name + "\n");
        Files.createSymbolicLink(process.resolve("fd/" + number), Path.of(target));
        String info = "pos:\t0\nflags:\t" + flags + "\nmnt_id:\t29\n";
        Files.writeString(process.resolve("fdinfo/" + number), info);
    }

    Found found() {
        return found(Map.of());
    }

    Found found(Map<String, String> environment) {
        return new Places(root, environment, AS_STRANGER).since(Instant.EPOCH);
    }

    /// The paths found, as the machine itself would name them.
    java.util.List<String> paths() {
        return found().operands().stream()
                .map(one -> one.substring(root.toString().length()))
                .toList();
    }
}

package dev.goodgate.bench.figure;

import dev.goodgate.bench.run.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A folder below `target` for one measurement, deleted with all in it at the end.
final class Scratch implements AutoCloseable {
    private final Path folder;

    /// A new one in that checkout.
    Scratch(Path root) {
        folder = make(root.resolve("target"));
    }

    /// Where it is.
    Path folder() {
        return folder;
    }

    private static Path make(Path target) {
        try {
            return Files.createTempDirectory(Files.createDirectories(target), "figure-");
        } catch (IOException e) {
            throw new BenchFailure("cannot make a folder in " + target + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) Files.delete(file);
            Files.delete(folder);
        } catch (IOException e) {
            throw new BenchFailure("cannot delete " + folder + ": " + e.getMessage());
        }
    }
}

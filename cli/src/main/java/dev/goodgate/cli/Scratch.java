package dev.goodgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A temporary folder that is gone when the command is over.
final class Scratch implements AutoCloseable {
    private final Path folder;

    private Scratch(Path folder) {
        this.folder = folder;
    }

    /// A new one, whose name begins so.
    static Scratch named(String prefix) throws IOException {
        return new Scratch(Files.createTempDirectory(prefix));
    }

    /// One that goes when the process ends, whatever ends it, SIGKILL aside.
    static Scratch ofProcess(String prefix) throws IOException {
        Scratch scratch = named(prefix);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(scratch::close));
        return scratch;
    }

    Path folder() {
        return folder;
    }

    /// Deletes it and all in it. What cannot be deleted stays.
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) Files.deleteIfExists(each);
        } catch (IOException | UncheckedIOException _) {
            return;
        }
    }
}

package dev.goodgate.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The entries of the atlas as files, seen past the index.
final class Entries {
    static final Path FOLDER = Path.of("src/main/resources/dev/goodgate/status/codes");

    private static final String ENDING = ".properties";

    private Entries() {}

    /// The names of all entries, in alphabetical order.
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

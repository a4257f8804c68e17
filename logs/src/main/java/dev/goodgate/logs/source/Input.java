package dev.goodgate.logs.source;

import java.nio.file.Path;

/// An input to be opened: a file or pipe, or the standard input.
public sealed interface Input {
    /// The name that reports use.
    String name();

    /// A file, or a pipe that the user named.
    record File(String name, Path path) implements Input {}

    /// What is piped in.
    record Piped() implements Input {
        @Override
        public String name() {
            return "-";
        }
    }
}

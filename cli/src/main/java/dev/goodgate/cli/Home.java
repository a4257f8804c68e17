package dev.goodgate.cli;

import java.nio.file.Path;

/// The folder Goodgate was started from: its examples and pages are there.
final class Home {
    private Home() {}

    /// As the launcher says, else the working folder.
    static Path folder() {
        return Path.of(System.getProperty("goodgate.home", ""));
    }
}

package dev.goodgate.logs.find;

import java.nio.file.Files;
import java.nio.file.Path;

/// Who may read what.
interface Rights {
    /// Those that the system grants this process.
    Rights OWN =
            new Rights() {
                @Override
                public boolean read(Path file) {
                    return Files.isReadable(file);
                }

                @Override
                public boolean list(Path folder) {
                    return Files.isReadable(folder) && Files.isExecutable(folder);
                }
            };

    /// Whether that file may be read.
    boolean read(Path file);

    /// Whether what is in that folder may be seen.
    boolean list(Path folder);
}

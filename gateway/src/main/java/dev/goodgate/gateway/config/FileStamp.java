package dev.goodgate.gateway.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/// What changes when a file is written, replaced, or reached through another link.
record FileStamp(Path real, String key, FileTime modified, long size) {
    /// The stamp of `file` now; empty while it is not there.
    static Optional<FileStamp> of(Path file) {
        try {
            Path real = file.toRealPath();
            BasicFileAttributes now = Files.readAttributes(real, BasicFileAttributes.class);
            String key = String.valueOf(now.fileKey());
            return Optional.of(new FileStamp(real, key, now.lastModifiedTime(), now.size()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

package dev.goodgate.logs.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/// The words for what the system refuses.
final class Refusal {
    private Refusal() {}

    /// What is skipped, and what helps, after the system threw that.
    static Skipped of(String name, Path path, IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> new Skipped(name, Why.UNREADABLE, denied(path));
            case NoSuchFileException _ -> new Skipped(name, Why.UNREADABLE, "no such file");
            case FileSystemLoopException _ -> loop(name);
            default -> {
                String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
                yield new Skipped(name, Why.UNREADABLE, reason == null ? "cannot be read" : reason);
            }
        };
    }

    static Skipped loop(String name) {
        return new Skipped(name, Why.SPECIAL, "a link that leads back to a folder above it");
    }

    /// Names the group that may read it, as far as that can be seen.
    static String denied(Path path) {
        String group = "adm";
        try {
            var attributes = Files.readAttributes(path, PosixFileAttributes.class);
            boolean helps = attributes.permissions().contains(PosixFilePermission.GROUP_READ);
            if (!helps) return "permission denied (try sudo)";
            group = attributes.group().getName();
        } catch (IOException | UnsupportedOperationException _) {
            // The folder above is closed too: the usual group of logs is the best guess.
        }
        return "permission denied (try sudo, or join the group " + group + ")";
    }
}

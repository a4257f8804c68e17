package dev.goodgate.logs.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// What lies at a path, links followed.
enum Kind {
    FILE,
    FOLDER,
    PIPE,
    DEVICE,
    SOCKET,
    OTHER;

    private static final int TYPE = 0170000;

    static Kind of(Path path) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        if (attributes.isRegularFile()) return FILE;
        if (attributes.isDirectory()) return FOLDER;
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) return OTHER;
        if (!(Files.getAttribute(path, "unix:mode") instanceof Integer mode)) return OTHER;
        return switch (mode & TYPE) {
            case 0010000 -> PIPE;
            case 0020000, 0060000 -> DEVICE;
            case 0140000 -> SOCKET;
            default -> OTHER;
        };
    }
}

package dev.goodgate.gateway.record;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where log lines end: standard output, standard error, a file or a pipe. A file that was renamed
/// or deleted (rotated away) is opened anew under its name. Belongs to the log's writer; every
/// method may block as long as the disk or the pipe's reader pleases.
final class LogDestination {
    private final Optional<Path> file;
    private @Nullable FileChannel channel;
    private @Nullable Object key;

    private LogDestination(Optional<Path> file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Opens a regular file at once, so that a fault in its name is known at the start; a pipe is
    /// opened with the first write because that waits for its reader.
    static LogDestination open(String to) throws IOException {
        return switch (to) {
            case "stdout" -> standard(FileDescriptor.out);
            case "stderr" -> standard(FileDescriptor.err);
            default -> {
                var destination = new LogDestination(Optional.of(Path.of(to)), null);
                Path path = Path.of(to);
                if (!Files.exists(path) || Files.isRegularFile(path)) destination.reopen();
                else if (Files.isDirectory(path)) throw new IOException(to + " is a directory");
                yield destination;
            }
        };
    }

    private static LogDestination standard(FileDescriptor descriptor) {
        @SuppressWarnings("resource") // the process owns its standard streams
        var stream = new FileOutputStream(descriptor);
        return new LogDestination(Optional.empty(), stream.getChannel());
    }

    /// Writes all of it.
    void write(ByteBuffer lines) throws IOException {
        if (channel == null) reopen();
        FileChannel open = channel;
        if (open == null) throw new IOException("not open");
        while (lines.hasRemaining()) open.write(lines);
    }

    /// Opens the file anew when its name leads to another file by now, or to none.
    void followRotation() throws IOException {
        if (file.isEmpty() || key == null) return;
        if (!key.equals(keyOf(file.get()))) reopen();
    }

    /// Opens the file under its name, closing what was open. Standard streams stay as they are.
    void reopen() throws IOException {
        if (file.isEmpty()) return;
        close();
        boolean pipe = Files.exists(file.get()) && !Files.isRegularFile(file.get());
        channel =
                pipe
                        ? FileChannel.open(file.get(), StandardOpenOption.WRITE)
                        : FileChannel.open(
                                file.get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        key = pipe ? null : keyOf(file.get());
    }

    /// Closes the file; the next write opens it again. Standard streams stay open.
    void close() throws IOException {
        FileChannel open = channel;
        if (file.isEmpty() || open == null) return;
        channel = null;
        key = null;
        open.close();
    }

    /// Device and inode behind that name, null when there is none.
    private static @Nullable Object keyOf(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, new LinkOption[0])
                    .fileKey();
        } catch (NoSuchFileException _) {
            return null;
        }
    }
}

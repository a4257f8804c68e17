package dev.goodgate.logs.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Turns operands into streams of text. Files are opened one at a time, when asked for; nothing is
/// held in memory but a block of each open one. What is no log is a value that says so. For any
/// thread, as long as one of them alone reads the standard input.
public final class Opener {
    static final String JOURNAL = "systemd's journal in its binary form (read it with --journal)";

    private static final int BLOCK = 1 << 16;
    private static final int LIMIT = 10_000;
    private static final long LONGEST_HOLE = 1L << 34;

    private final InputStream standardInput;
    private final int limit;

    /// An opener that reads `-` from there.
    public Opener(InputStream standardInput) {
        this(standardInput, LIMIT);
    }

    Opener(InputStream standardInput, int limit) {
        this.standardInput = standardInput;
        this.limit = limit;
    }

    /// Finds the inputs of files, folders and `-`. A folder is searched six deep; each file counts
    /// once; at most 10 000. The files of one log (`app.log.2.gz`, `app.log.1`, `app.log`) follow
    /// one another, the oldest first. Nothing is opened. Never throws.
    public Listing list(List<String> operands) {
        var walk = new Walk(limit);
        for (String operand : operands) walk.operand(operand);
        return walk.done();
    }

    /// Opens an input: decompresses it, decodes UTF-16, and refuses what is no text. A pipe is
    /// waited for. Never throws.
    public Opening open(Input input) {
        return switch (input) {
            case Input.Piped piped ->
                    opened(piped.name(), new Unclosed(standardInput), -1, Optional.empty());
            case Input.File file -> file(file);
        };
    }

    /// Opens octets that lie elsewhere than in a file of this machine, as a file would be. The
    /// stream is closed with what comes of it. Never throws.
    public static Opening open(String name, InputStream octets) {
        return opened(name, octets, -1, Optional.empty());
    }

    private static Opening file(Input.File file) {
        Path path = file.path();
        try {
            boolean regular = Kind.of(path) == Kind.FILE;
            long size = regular ? Files.size(path) : -1;
            // What the kernel makes up while it is read, as in /proc, says that it has no size.
            Optional<Path> plain = size > 0 ? Optional.of(path) : Optional.empty();
            return opened(file.name(), Files.newInputStream(path), size, plain);
        } catch (IOException e) {
            return Refusal.of(file.name(), path, e);
        }
    }

    private static Opening opened(String name, InputStream below, long size, Optional<Path> path) {
        try {
            return read(new Mending(name, below), size, path);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "cut short" : e.getMessage();
            return skip(below, name, Why.BROKEN, "breaks off at its start: " + reason);
        }
    }

    private static Opening read(Mending raw, long size, Optional<Path> path) throws IOException {
        Head head = Head.of(raw);
        if (head.isEmpty() && raw.broken().isPresent()) return raw.broken().get();
        if (head.isEmpty()) return skip(raw, raw.name(), Why.EMPTY, "holds nothing");
        Packing packing = Packing.of(head);
        if (packing == Packing.NONE) return text(raw, head, new Form(size, false, true, path));
        var packed = new BufferedInputStream(head.before(raw), BLOCK);
        var mending = new Mending(raw.name(), new Swelling(packing.open(packed), raw));
        return text(mending, Head.of(mending), new Form(size, true, false, Optional.empty()));
    }

    /// How the octets lie on the disk.
    record Form(long size, boolean compressed, boolean asWritten, Optional<Path> path) {
        Form changed() {
            return new Form(size, compressed, false, Optional.empty());
        }
    }

    private static Opening text(Mending mending, Head start, Form given) throws IOException {
        String name = mending.name();
        Head head = start;
        Form form = given;
        InputStream text = head.before(mending);
        if (head.isHole()) {
            text = afterHole(mending);
            form = form.changed();
            head = Head.of(text);
            text = head.before(text);
        }
        if (head.isEmpty()) {
            return mending.broken()
                    .orElseGet(() -> skip(mending, name, Why.EMPTY, "holds no text"));
        }
        if (head.isJournal()) return skip(mending, name, Why.BINARY, JOURNAL);
        if (head.isBinary()) return skip(mending, name, Why.BINARY, "holds no text");
        if (head.isUtf16()) {
            text = new Utf16(text);
            form = form.changed();
        }
        return new Opened(text, mending, form);
    }

    /// What follows the NUL at the start, of which at most 16 GiB are passed.
    private static InputStream afterHole(InputStream below) throws IOException {
        for (long passed = 0; passed < LONGEST_HOLE; passed += BLOCK) {
            byte[] block = below.readNBytes(BLOCK);
            int zeros = 0;
            while (zeros < block.length && block[zeros] == 0) zeros++;
            if (zeros == block.length && zeros > 0) continue;
            var first = new ByteArrayInputStream(block, zeros, block.length - zeros);
            return new SequenceInputStream(first, below);
        }
        return below;
    }

    private static Skipped skip(InputStream raw, String name, Why why, String detail) {
        close(raw);
        return new Skipped(name, why, detail);
    }

    private static void close(InputStream stream) {
        try {
            stream.close();
        } catch (IOException _) {
            // It was only read: nothing is lost.
        }
    }

    /// The standard input is not ours to close.
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream below) {
            super(below);
        }

        @Override
        public void close() {}
    }
}

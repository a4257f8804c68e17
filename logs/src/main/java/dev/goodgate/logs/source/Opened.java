package dev.goodgate.logs.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// An open input: text in UTF-8 or whatever the server wrote, decompressed. Whoever opened it
/// closes it. For one thread.
public final class Opened implements Opening, Closeable {
    private final String name;
    private final InputStream stream;
    private final Mending mending;
    private final Opener.Form form;

    Opened(InputStream stream, Mending mending, Opener.Form form) {
        this.name = mending.name();
        this.stream = stream;
        this.mending = mending;
        this.form = form;
    }

    /// The name that reports use.
    public String name() {
        return name;
    }

    /// The text. Reading never throws: where the input breaks off, the stream ends, and [#broken]
    /// says so.
    public InputStream stream() {
        return stream;
    }

    /// The octets of the file as it lies on the disk, -1 where unknown (a pipe).
    public long sizeOctets() {
        return form.size();
    }

    /// Whether the text is decompressed on the way.
    public boolean compressed() {
        return form.compressed();
    }

    /// Whether the text is the input's octets as they are, so that parts of it can be read apart.
    public boolean asWritten() {
        return form.asWritten();
    }

    /// The regular file whose octets are the text as they are, so that it may be mapped instead.
    public Optional<Path> plain() {
        return form.path();
    }

    /// After the stream's end: where and why it ended too early, if it did.
    public Optional<Skipped> broken() {
        return mending.broken();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}

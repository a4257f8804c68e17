package dev.goodgate.logs.spark;

import dev.goodgate.logs.scan.Octets;
import dev.goodgate.logs.scan.Partial;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.source.Opened;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/// Reads pieces of files into one part. Every piece is looked at from the start of its file: where
/// the octets are not the text as it is (compressed, UTF-16), the first piece reads all of it and
/// the others nothing. For one thread.
final class PieceReader {
    private final Configuration settings;
    private final Partial partial;
    private final List<Skipped> skipped = new ArrayList<>();

    PieceReader(Configuration settings, Question question) {
        this.settings = settings;
        partial = new Partial(question);
    }

    /// Reads that piece. A file that is gone or closed to us is skipped.
    ///
    /// @throws IOException where the file system fails, which may be better elsewhere or later
    void read(Piece piece) throws IOException {
        Path path = new Path(piece.uri());
        try (FSDataInputStream octets = path.getFileSystem(settings).open(path)) {
            Watched watched = new Watched(octets);
            switch (Opener.open(piece.name(), watched)) {
                case Skipped one -> skip(piece, one);
                case Opened opened -> read(piece, opened, octets);
            }
            watched.check();
        } catch (FileNotFoundException | AccessDeniedException | AccessControlException refused) {
            String reason = String.valueOf(refused.getMessage());
            skip(piece, new Skipped(piece.name(), Why.UNREADABLE, reason));
        }
    }

    private void read(Piece piece, Opened opened, FSDataInputStream octets) throws IOException {
        try (opened) {
            if (opened.asWritten()) range(piece, octets);
            else if (piece.first()) partial.stream(piece.name(), opened.stream());
            if (piece.first()) opened.broken().ifPresent(skipped::add);
        }
    }

    private void range(Piece piece, FSDataInputStream octets) throws IOException {
        Octets anywhere = (into, at) -> read(octets, into, at);
        Partial.Source source = new Partial.Source(piece.name(), anywhere, piece.size());
        partial.range(source, piece.from(), piece.to());
    }

    private static int read(FSDataInputStream octets, ByteBuffer into, long at) throws IOException {
        int start = into.arrayOffset() + into.position();
        int count = octets.read(at, into.array(), start, into.remaining());
        if (count > 0) into.position(into.position() + count);
        return count;
    }

    private void skip(Piece piece, Skipped one) {
        if (piece.first()) skipped.add(one);
    }

    Part part() {
        return new Part(partial.tally(), skipped);
    }
}

package dev.goodgate.logs.spark;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A stream that remembers whether the one below failed: a store that fails is tried again, while a
/// file that is damaged in itself is read as far as it goes. For one thread.
final class Watched extends FilterInputStream {
    private Optional<IOException> failure = Optional.empty();

    Watched(InputStream below) {
        super(below);
    }

    /// @throws IOException what the stream below failed with, if it did
    void check() throws IOException {
        if (failure.isPresent()) throw failure.get();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        try {
            return in.read(target, from, length);
        } catch (IOException failed) {
            failure = Optional.of(failed);
            throw failed;
        }
    }
}

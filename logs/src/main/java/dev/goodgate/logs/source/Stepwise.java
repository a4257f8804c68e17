package dev.goodgate.logs.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Reads a decoder octet by octet, so that a failure does not take along what the same read had
/// decoded before it: commons-compress loses that for bzip2. For one thread.
final class Stepwise extends InputStream {
    private final InputStream below;
    private Optional<IOException> failure = Optional.empty();

    Stepwise(InputStream below) {
        this.below = below;
    }

    @Override
    public int read() throws IOException {
        return below.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (failure.isPresent()) throw failure.get();
        int count = 0;
        try {
            while (count < length) {
                int octet = below.read();
                if (octet < 0) return count == 0 ? -1 : count;
                target[from + count++] = (byte) octet;
            }
        } catch (IOException e) {
            failure = Optional.of(e);
            if (count == 0) throw e;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}

package dev.goodgate.logs.source;

import java.io.IOException;
import java.io.InputStream;

/// What comes out of a packed stream, which fails where that is more than any log unpacks to: more
/// than 256 MiB and a thousand times what went in. For one thread.
final class Swelling extends InputStream {
    private static final long FREE = 256L << 20;
    private static final int MOST_TIMES = 1_000;

    private final InputStream unpacked;
    private final Mending packed;
    private long octets;

    Swelling(InputStream unpacked, Mending packed) {
        this.unpacked = unpacked;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (octets > FREE && octets / MOST_TIMES > packed.octets()) {
            throw new IOException("it unpacks to more than 1000 times its size");
        }
        int count = unpacked.read(target, from, length);
        octets += Math.max(0, count);
        return count;
    }

    @Override
    public int available() throws IOException {
        return unpacked.available();
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}

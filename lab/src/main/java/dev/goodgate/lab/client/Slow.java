package dev.goodgate.lab.client;

import java.io.IOException;
import java.io.InputStream;

/// A stream whose reader pauses after each run of octets. One thread.
final class Slow extends InputStream {
    private final InputStream in;
    private final int run;
    private final Runnable between;
    private int left;

    Slow(InputStream in, int run, Runnable between) {
        this.in = in;
        this.run = run;
        this.between = between;
        this.left = run;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (left <= 0) {
            between.run();
            left = run;
        }
        int read = in.read(to, from, Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }
}

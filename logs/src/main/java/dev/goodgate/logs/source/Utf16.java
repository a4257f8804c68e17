package dev.goodgate.logs.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// UTF-16 text with a mark of its order, as UTF-8. For one thread.
final class Utf16 extends InputStream {
    private static final int BLOCK = 8192;

    private final InputStreamReader below;
    private final char[] chars = new char[BLOCK];
    private byte[] octets = {};
    private int at;
    private int kept;

    Utf16(InputStream below) {
        this.below = new InputStreamReader(below, StandardCharsets.UTF_16);
    }

    @Override
    public int read() throws IOException {
        return filled() ? octets[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (!filled()) return -1;
        int count = Math.min(length, octets.length - at);
        System.arraycopy(octets, at, target, from, count);
        at += count;
        return count;
    }

    /// Decodes the next block; the first half of a pair waits for the second.
    private boolean filled() throws IOException {
        while (at == octets.length) {
            int count = below.read(chars, kept, BLOCK - kept);
            if (count < 0 && kept == 0) return false;
            int end = kept + Math.max(count, 0);
            kept = count > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
            octets = new String(chars, 0, end - kept).getBytes(StandardCharsets.UTF_8);
            at = 0;
            if (kept == 1) chars[0] = chars[end - 1];
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}

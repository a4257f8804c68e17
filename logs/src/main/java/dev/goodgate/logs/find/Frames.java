package dev.goodgate.logs.find;

import java.io.IOException;
import java.io.InputStream;

/// Takes apart how Docker sends two outputs over one connection: before each piece stand eight
/// octets, which output it is and, in the last four, how long. A container with a terminal has one
/// output, sent as it is; the first octets tell. For one thread.
final class Frames extends InputStream {
    private static final int HEAD = 8;

    private final InputStream in;
    private final byte[] head = new byte[HEAD];
    private int kept;
    private int given;
    private long left;
    private boolean begun;
    private boolean plain;

    Frames(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        if (most == 0) return 0;
        while (!plain && left == 0) {
            if (!next()) return -1;
        }
        if (given < kept) {
            int count = Math.min(most, kept - given);
            System.arraycopy(head, given, target, from, count);
            given += count;
            return count;
        }
        if (plain) return in.read(target, from, most);
        int count = in.read(target, from, (int) Math.min(most, left));
        if (count > 0) left -= count;
        return count;
    }

    /// Whether there is another piece.
    private boolean next() throws IOException {
        int count = in.readNBytes(head, 0, HEAD);
        boolean framed = count == HEAD && isHead();
        if (!framed && !begun) {
            plain = true;
            kept = count;
            return count > 0;
        }
        begun = true;
        if (!framed) return false;
        for (int i = 4; i < HEAD; i++) left = (left << 8) | (head[i] & 0xff);
        return true;
    }

    private boolean isHead() {
        return head[0] >= 0 && head[0] <= 3 && head[1] == 0 && head[2] == 0 && head[3] == 0;
    }
}

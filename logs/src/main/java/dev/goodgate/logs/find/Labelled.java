package dev.goodgate.logs.find;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A stream with a container's name before each line, as Compose writes it. Fails where it is
/// longer than given. For one thread.
final class Labelled extends InputStream {
    private final InputStream in;
    private final byte[] label;
    private final byte[] some = new byte[1 << 14];
    private int size;
    private int at;
    private int said;
    private long left;

    Labelled(InputStream in, String name, long most) {
        this.in = in;
        label = (name + "  | ").getBytes(StandardCharsets.UTF_8);
        left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int most) throws IOException {
        if (most == 0) return 0;
        if (at == size && !fill()) return -1;
        int count = 0;
        while (count < most && at < size) {
            if (said < label.length) {
                target[from + count++] = label[said++];
                continue;
            }
            byte octet = some[at++];
            target[from + count++] = octet;
            if (octet == '\n') said = 0;
        }
        return count;
    }

    private boolean fill() throws IOException {
        at = 0;
        size = (int) Math.min(some.length, left);
        if (size == 0) throw new IOException("it is longer than is read");
        size = Math.max(0, in.read(some, 0, size));
        left -= size;
        return size > 0;
    }
}

package dev.goodgate.logs.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A stream that ends where the one below fails, and remembers that. For one thread.
final class Mending extends InputStream {
    private final String name;
    private final InputStream below;
    private long octets;
    private Optional<Skipped> broken = Optional.empty();

    Mending(String name, InputStream below) {
        this.name = name;
        this.below = below;
    }

    String name() {
        return name;
    }

    /// How many octets came so far.
    long octets() {
        return octets;
    }

    Optional<Skipped> broken() {
        return broken;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        if (broken.isPresent()) return -1;
        try {
            int count = below.read(target, from, length);
            if (count > 0) octets += count;
            return count;
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged input with exceptions of either kind.
            broken = Optional.of(new Skipped(name, Why.BROKEN, detail(e)));
            return -1;
        }
    }

    @Override
    public int available() {
        if (broken.isPresent()) return 0;
        try {
            return below.available();
        } catch (IOException _) {
            return 0;
        }
    }

    private String detail(Exception e) {
        String reason = e.getMessage() == null ? "cut short" : e.getMessage();
        return "breaks off after " + octets + " octets of text: " + reason;
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}

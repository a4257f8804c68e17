package dev.goodgate.logs.find;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// One request over a unix socket in HTTP/1.1, and its answer. For one thread.
final class Call implements Closeable {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_FIELDS = 100;

    private final Wire wire;
    private final String target;
    private int status;
    private long length = -1;
    private boolean chunked;

    private Call(Wire wire, String target) {
        this.wire = wire;
        this.target = target;
    }

    /// Asks, and reads the head of the answer. What is not 200 is thrown.
    static Call get(Path socket, String target, Wire.Patience patience) throws IOException {
        Wire wire = Wire.to(UnixDomainSocketAddress.of(socket), patience);
        Call call = new Call(wire, target);
        try {
            call.ask();
            return call;
        } catch (IOException failed) {
            wire.close();
            throw failed;
        }
    }

    private void ask() throws IOException {
        String head = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        wire.write(head.getBytes(StandardCharsets.US_ASCII));
        String first = line(wire);
        if (!first.startsWith("HTTP/1.") || first.length() < 12) {
            throw new IOException("the socket does not speak HTTP");
        }
        status = (int) number(first.substring(9, 12), 10);
        int fields = 0;
        for (String field = line(wire); !field.isEmpty(); field = line(wire)) {
            if (fields++ == MOST_FIELDS) throw new IOException("the head has too many fields");
            field(field.toLowerCase(Locale.ROOT));
        }
        if (status != 200) throw new IOException("the engine answered " + status);
    }

    private void field(String field) throws IOException {
        int colon = field.indexOf(':');
        if (colon < 0) return;
        String value = field.substring(colon + 1).strip();
        switch (field.substring(0, colon)) {
            case "content-length" -> length = number(value, 10);
            case "transfer-encoding" -> chunked = value.endsWith("chunked");
            default -> {}
        }
    }

    /// The answer's octets.
    InputStream body() {
        if (chunked) return new Chunks(wire);
        return length < 0 ? wire : new Chunks(wire, length);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the engine hung up");
            if (line.length() == LONGEST_LINE)
                throw new IOException("a line of the head is too long");
            line.append((char) c);
        }
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
                ? line.substring(0, end - 1)
                : line.toString();
    }

    private static long number(String digits, int radix) throws IOException {
        try {
            return Long.parseLong(digits, radix);
        } catch (NumberFormatException broken) {
            throw new IOException("no number where the answer needs one", broken);
        }
    }

    /// A body in chunks (RFC 9112 section 7.1), or one of known length, which is a single chunk.
    private static final class Chunks extends InputStream {
        private final InputStream in;
        private final boolean many;
        private long left;
        private boolean begun;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
            many = true;
        }

        Chunks(InputStream in, long length) {
            this.in = in;
            many = false;
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            if (most == 0) return 0;
            if (left == 0 && !ended) next();
            if (ended) return -1;
            int count = in.read(target, from, (int) Math.min(left, most));
            if (count < 0) throw new EOFException("the engine hung up");
            left -= count;
            return count;
        }

        private void next() throws IOException {
            if (many) {
                if (begun) line(in);
                begun = true;
                String size = line(in);
                int end = size.indexOf(';');
                left = number((end < 0 ? size : size.substring(0, end)).strip(), 16);
            }
            ended = left <= 0;
        }
    }
}

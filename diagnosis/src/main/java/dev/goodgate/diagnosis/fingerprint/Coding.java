package dev.goodgate.diagnosis.fingerprint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Takes transfer and content codings off a saved body, within bounds. What breaks in the middle
/// yields what came before.
final class Coding {
    private static final int MOST_DIGITS = 8;

    private Coding() {}

    /// The body without chunk framing (RFC 9112 section 7.1); as it is when it has none, as curl
    /// saves it.
    static byte[] unchunked(byte[] body, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        chunks(body, 0, out, most);
        return chunksEnd(body, 0) < 0 && out.size() == 0 ? body : out.toByteArray();
    }

    /// Where a chunked body that begins there ends, or -1 when it is none or not whole.
    static int chunksEnd(byte[] octets, int from) {
        return chunks(octets, from, new ByteArrayOutputStream(0), 0);
    }

    private static int chunks(byte[] octets, int from, ByteArrayOutputStream out, int most) {
        int at = from;
        while (true) {
            int digits = at;
            int size = 0;
            while (digits < octets.length && hex(octets[digits]) >= 0) {
                size = size << 4 | hex(octets[digits++]);
                if (digits - at > MOST_DIGITS || size < 0) return -1;
            }
            int line = digits;
            if (digits == at || !ends(octets, line)) return -1;
            while (line < octets.length && octets[line] != '\n') line++;
            int data = line + 1;
            int length = Math.min(size, Math.max(0, octets.length - data));
            out.write(octets, Math.min(data, octets.length), keep(length, most - out.size()));
            if (length < size) return -1;
            at = data + size;
            if (at < octets.length && octets[at] == '\r') at++;
            if (at < octets.length && octets[at] == '\n') at++;
            if (size == 0) return Math.min(at, octets.length);
        }
    }

    private static int keep(int length, int room) {
        return Math.max(0, Math.min(length, room));
    }

    private static boolean ends(byte[] octets, int at) {
        return at < octets.length
                && (octets[at] == ';' || octets[at] == '\r' || octets[at] == '\n');
    }

    private static int hex(byte octet) {
        return octet < 0 ? -1 : Character.digit(octet, 16);
    }

    static boolean gzipped(byte[] octets) {
        return octets.length > 2 && octets[0] == 0x1f && octets[1] == (byte) 0x8b;
    }

    static byte[] gunzip(byte[] octets, int most) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(octets))) {
            return drain(in, most);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    static byte[] inflate(byte[] octets, int most) {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(octets))) {
            return drain(in, most);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static byte[] drain(InputStream in, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            while (out.size() < most) {
                int read = in.read(buffer, 0, Math.min(buffer.length, most - out.size()));
                if (read < 0) break;
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    /// Whether the octets are rather not text: a NUL or many control characters at the beginning.
    static boolean binary(byte[] octets) {
        int seen = Math.min(octets.length, 512);
        int odd = 0;
        for (int i = 0; i < seen; i++) {
            if (octets[i] == 0) return true;
            if (octets[i] >= 0 && octets[i] < ' ' && !Character.isWhitespace(octets[i])) odd++;
        }
        return odd * 20 > seen;
    }
}

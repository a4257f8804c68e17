package dev.goodgate.lab.valid;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message as it arrived, framing fields included. Reads without the gateway's parser: a judge
/// must not repeat the defendant.
record Arrival(String first, List<Line> lines, Body body) {
    Arrival {
        lines = List.copyOf(lines);
    }

    /// A stream to read from.
    static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, 8192);
    }

    /// The next message; empty when the connection ends before it. `answer` tells that a message
    /// without framing ends with the connection, `head` that it has no body. Throws EOFException
    /// when it is cut.
    static Optional<Arrival> read(InputStream in, boolean answer, boolean head) throws IOException {
        String first = line(in);
        if (first.isEmpty()) return Optional.empty();
        List<Line> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1) throw new IOException("a line without a name: " + line);
            lines.add(new Line(line.substring(0, colon), Draft.trimmed(line.substring(colon + 1))));
        }
        boolean bare = head || (answer && first.matches("HTTP/1.[0-9] (1[0-9]{2}|204|304)( .*)?"));
        return Optional.of(new Arrival(first, lines, body(in, lines, answer, bare)));
    }

    private static Body body(InputStream in, List<Line> lines, boolean answer, boolean bare)
            throws IOException {
        String length = value(lines, "content-length");
        boolean chunked = value(lines, "transfer-encoding").equalsIgnoreCase("chunked");
        Body.Kind kind =
                chunked
                        ? Body.Kind.CHUNKED
                        : !length.isEmpty()
                                ? Body.Kind.LENGTH
                                : answer && !bare ? Body.Kind.UNTIL_CLOSE : Body.Kind.NONE;
        String octets =
                bare
                        ? ""
                        : switch (kind) {
                            case NONE -> "";
                            case LENGTH -> exactly(in, Integer.parseInt(length));
                            case CHUNKED -> chunks(in);
                            case UNTIL_CLOSE -> new String(in.readAllBytes(), ISO_8859_1);
                        };
        return new Body(kind, octets, "");
    }

    private static String chunks(InputStream in) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int size = size(in); size > 0; size = size(in)) {
            all.append(exactly(in, size));
            if (!line(in).isEmpty()) throw new IOException("octets behind a chunk");
        }
        if (!line(in).isEmpty()) throw new IOException("trailer fields came along");
        return all.toString();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String exactly(InputStream in, int count) throws IOException {
        byte[] octets = in.readNBytes(count);
        if (octets.length < count) throw new EOFException("cut inside the body");
        return new String(octets, ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                if (line.isEmpty()) return "";
                throw new EOFException("cut inside the head");
            }
            line.append((char) octet);
        }
        int end = line.length() - 1;
        if (end < 0 || line.charAt(end) != '\r') throw new IOException("a line without CR");
        return line.substring(0, end);
    }

    static String value(List<Line> lines, String name) {
        for (Line line : lines) {
            if (line.is(name)) return line.value();
        }
        return "";
    }
}

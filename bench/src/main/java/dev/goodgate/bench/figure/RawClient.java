package dev.goodgate.bench.figure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// One connection to a gateway that shows every refusal, reset and missing octet. Not thread safe.
final class RawClient implements AutoCloseable {
    private static final int LIMIT_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    /// A whole answer.
    record Answer(int status, Map<String, String> fields, String body) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }

        boolean last() {
            return field("connection").equalsIgnoreCase("close");
        }
    }

    RawClient(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
    }

    /// Sends a GET and reads the whole answer.
    Answer get(String path) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\nHost: bench.test\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        String[] start = line().split(" ", 3);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            fields.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = Integer.parseInt(start[1]);
        return new Answer(status, fields, new String(body(fields), ISO_8859_1));
    }

    private byte[] body(Map<String, String> fields) throws IOException {
        String length = fields.get("content-length");
        if (length == null) {
            throw new IOException("no Content-Length");
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new EOFException("body ends after " + body.length + " of " + length);
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("head ends after \"" + line + "\"");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.goodgate.cli;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The application behind the gateway of a rehearsal, on one connection: the path says how it
/// answers.
final class RehearsedApplication {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
    private static final byte[] SMALL = sized(64);
    private static final byte[] MEDIUM = sized(10_240);
    private static final byte[] LARGE = sized(1 << 20);
    private static final byte[] CHUNKED =
            octets(
                    ANSWER
                            + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n"
                            + "0\r\n\r\n");
    private static final byte[] LAST =
            octets(ANSWER + "Connection: close\r\nContent-Length: 2\r\n\r\nok");
    private static final byte[] CUT = octets(ANSWER + "Content-Length: 200\r\n\r\ntoo little");

    private final BufferedReader in;
    private final OutputStream out;

    RehearsedApplication(Socket socket) throws IOException {
        this.in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        this.out = socket.getOutputStream();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sized(int length) {
        return octets(ANSWER + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length));
    }

    /// Answers until one side has enough.
    void serve() throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            boolean more = answer(line.split(" ", 3)[1], length());
            if (!more) return;
        }
    }

    /// Reads the rest of the head. The length of the body; -1 where it comes in chunks.
    private int length() throws IOException {
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String field = line.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length: ")) {
                length = Integer.parseInt(line, 16, line.length(), 10);
            }
            if (field.equals("transfer-encoding: chunked")) length = -1;
        }
        return length;
    }

    /// False when it hangs up after that.
    private boolean answer(String path, int body) throws IOException {
        if (body >= 0) skip(body);
        else skipChunks();
        switch (path) {
            case "/medium" -> out.write(MEDIUM);
            case "/large" -> out.write(LARGE);
            case "/chunked" -> out.write(CHUNKED);
            case "/last" -> out.write(LAST);
            case "/cut" -> out.write(CUT);
            case "/gone" -> {
                return false;
            }
            default -> out.write(SMALL);
        }
        return !path.equals("/last") && !path.equals("/cut");
    }

    private void skip(long characters) throws IOException {
        long left = characters;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped == 0) throw new EOFException();
            left -= skipped;
        }
    }

    private void skipChunks() throws IOException {
        for (int size = size(); size > 0; size = size()) skip(size + 2L);
        in.readLine();
    }

    private int size() throws IOException {
        return Integer.parseInt(in.readLine(), 16);
    }
}

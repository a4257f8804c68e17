package dev.goodgate.lab.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The gateway's connection as an upstream sees it. One thread at a time.
final class Peer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)");
    private static final Pattern CHUNKED =
            Pattern.compile("(?im)^transfer-encoding:.*\\bchunked\\s*$");
    private static final Pattern ID = Pattern.compile("(?im)^x-request-id:\\s*(\\S+)");
    private static final int DRAIN_MILLIS = 2000;
    private static final long LAST_CHUNK = 0x300d0a0d0aL;

    private final Socket socket;
    private final Ledger ledger;
    private final int number;
    private final InputStream in;
    private final OutputStream out;
    private String head = "";
    private boolean headPending;
    private long tail;

    Peer(Socket socket, Ledger ledger) throws IOException {
        this.socket = socket;
        this.ledger = ledger;
        this.number = ledger.opened();
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /// The head read last.
    String head() {
        return head;
    }

    /// Makes the next reading of a head return the one that was read already.
    void keepHead() {
        headPending = true;
    }

    /// Reads one head. Throws EOFException when the connection ends before.
    void readHead() throws IOException {
        if (headPending) {
            headPending = false;
            return;
        }
        var text = new StringBuilder();
        while (text.length() < 4 || text.lastIndexOf("\r\n\r\n") != text.length() - 4) {
            text.append((char) octet());
        }
        head = text.toString();
        ledger.received(
                new Ledger.Received(
                        number,
                        head.lines().findFirst().orElse(""),
                        match(ID, head),
                        socket.getPort()));
    }

    /// Reads the body of the head read last, if it has one.
    void readBody() throws IOException {
        if (CHUNKED.matcher(head).find()) {
            readChunks();
            return;
        }
        String length = match(LENGTH, head);
        if (!length.isEmpty()) {
            skip(Long.parseLong(length));
        }
    }

    private void readChunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            skip(size);
            line();
        }
        while (!line().isEmpty()) {}
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(line().split(";", 2)[0].strip(), 16);
    }

    /// Reads and drops this many octets. A head that was kept stands for all of them.
    void skip(long count) throws IOException {
        if (headPending) {
            headPending = false;
            return;
        }
        byte[] buffer = new byte[(int) Math.min(count, 65536)];
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
    }

    void send(String octets) throws IOException {
        out.write(octets.getBytes(ISO_8859_1));
    }

    void flood(String octets, int times) throws IOException {
        byte[] bytes = octets.getBytes(ISO_8859_1);
        for (int i = 0; i < times; i++) {
            out.write(bytes);
        }
    }

    /// Answers the head read last: 200, these field lines, `ok` and the request id.
    void answer(String fields) throws IOException {
        if (head.toLowerCase(Locale.ROOT).contains("expect: 100-continue")) {
            send("HTTP/1.1 100 Continue\r\n\r\n");
        }
        readBody();
        String body = "ok " + match(ID, head) + "\n";
        send(
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                        + fields
                        + "Content-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + (head.startsWith("HEAD ") ? "" : body));
    }

    /// True when the head read last asks to end the connection after its answer.
    boolean last() {
        String lower = head.toLowerCase(Locale.ROOT);
        return lower.contains("connection: close")
                || (lower.contains(" http/1.0\r\n") && !lower.contains("connection: keep-alive"));
    }

    /// Drops what comes until the other side ends the connection, and writes down how it did.
    void awaitEnd() {
        byte[] buffer = new byte[65536];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = Math.max(0, read - 5); i < read; i++) {
                    tail = (tail << 8 | buffer[i]) & 0xffffffffffL;
                }
            }
            ended(false);
        } catch (IOException e) {
            ended(true);
        }
    }

    /// Writes down that the other side ended the connection.
    void ended(boolean reset) {
        ledger.ended(number, new Ledger.Ending(reset, tail == LAST_CHUNK));
    }

    void fin() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(DRAIN_MILLIS);
        awaitEnd();
        socket.close();
    }

    void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int octet = octet(); octet != '\n'; octet = octet()) {
            text.append((char) octet);
        }
        return text.toString().strip();
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    private static String match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

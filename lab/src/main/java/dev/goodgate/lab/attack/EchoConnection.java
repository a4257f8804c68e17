package dev.goodgate.lab.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// One connection from the gateway: requests read as strictly as HTTP allows, so that whatever a
/// gateway lets through shows as a fault.
final class EchoConnection {
    private static final int MAX_LINE = 1 << 18;
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n";

    private final Socket socket;
    private final InputStream in;
    private final Ledger ledger;
    private Ledger.Lane lane = new Ledger.Lane();

    EchoConnection(Socket socket, Ledger ledger) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.ledger = ledger;
    }

    void serve() throws IOException {
        while (true) {
            in.mark(1);
            if (in.read() < 0) return;
            in.reset();
            if (!one()) return;
        }
    }

    private boolean one() throws IOException {
        String startLine = line();
        List<Field> fields = section();
        lane = ledger.of(fields, startLine, lane);
        List<String> faults = SeenRequest.broken(startLine, fields);
        faults.forEach(lane::fault);
        Ledger.Lane owner = lane;
        owner.begin();
        SeenRequest.Body body;
        try {
            body = body(fields);
        } catch (IOException e) {
            owner.abort();
            throw e;
        }
        SeenRequest request = new SeenRequest(startLine, fields, body, faults);
        owner.complete(request);
        return answer(request);
    }

    private boolean answer(SeenRequest request) throws IOException {
        List<String> connection = Field.tokens(request.fields(), "connection");
        boolean old = request.version().equals("HTTP/1.0");
        boolean stays = old ? connection.contains("keep-alive") : !connection.contains("close");
        String head = ANSWER + "Connection: " + (stays ? "keep-alive" : "close") + "\r\n\r\n";
        String body = request.method().equals("HEAD") ? "" : "ok\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        return stays;
    }

    private SeenRequest.Body body(List<Field> fields) throws IOException {
        MessageDigest hash = sha256();
        long octets = 0;
        List<Field> trailers = List.of();
        List<String> lengths = Field.values(fields, "content-length");
        if (!Field.values(fields, "transfer-encoding").isEmpty()) {
            for (long size = chunk(); size > 0; size = chunk()) {
                octets += copy(size, hash);
                if (!line().isEmpty()) throw fault("no CRLF after chunk data");
            }
            trailers = section();
        } else if (!lengths.isEmpty()) {
            if (!lengths.getFirst().matches("[0-9]{1,18}")) throw fault("Content-Length");
            octets = copy(Long.parseLong(lengths.getFirst()), hash);
        }
        return new SeenRequest.Body(octets, HexFormat.of().formatHex(hash.digest()), trailers);
    }

    private long chunk() throws IOException {
        String line = line();
        String size = line.split(";", 2)[0];
        if (line.contains(";")) lane.fault("chunk extension passed on");
        if (!size.matches("[0-9A-Fa-f]{1,15}")) throw fault("chunk size");
        return Long.parseLong(size, 16);
    }

    private long copy(long size, MessageDigest hash) throws IOException {
        byte[] block = new byte[8192];
        for (long left = size; left > 0; ) {
            int count = in.read(block, 0, (int) Math.min(left, block.length));
            if (count < 0) throw new EOFException();
            hash.update(block, 0, count);
            left -= count;
        }
        return size;
    }

    private List<Field> section() throws IOException {
        List<Field> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.charAt(0) == ' ' || line.charAt(0) == '\t')
                lane.fault("folded line passed on");
            fields.add(Field.of(line));
        }
        return fields;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) throw new EOFException();
            line.write(octet);
            if (line.size() > MAX_LINE) throw fault("endless line");
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r")) throw fault("bare LF");
        return text.substring(0, text.length() - 1);
    }

    private IOException fault(String what) {
        lane.fault("upstream cannot read the request: " + what);
        return new IOException(what);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

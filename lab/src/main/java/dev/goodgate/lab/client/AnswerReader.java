package dev.goodgate.lab.client;

import dev.goodgate.lab.client.Answer.Ending;
import dev.goodgate.lab.client.Answer.Field;
import dev.goodgate.lab.client.Answer.Wholeness;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads one response from a connection, tolerant of everything but what decides where it ends. It
/// shares no code with the gateway's parser on purpose: a judge must not repeat the defendant.
final class AnswerReader {
    private static final int KEPT = 65536;

    private final InputStream in;
    private final boolean headRequest;
    private final List<Integer> interim = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private int status;
    private long octets;
    private boolean headRead;
    private Wholeness atEnd = Wholeness.CUT;

    AnswerReader(InputStream in, boolean headRequest) {
        this.in = in;
        this.headRequest = headRequest;
    }

    /// Reads to the end of the message or of the connection. Never throws for what the network
    /// does: that is the answer's ending.
    Answer read() {
        try {
            do {
                head();
            } while (interimRead());
            headRead = true;
            body();
            return answer(Wholeness.WHOLE, Ending.MESSAGE);
        } catch (EOFException e) {
            return answer(atEnd, Ending.FIN);
        } catch (SocketTimeoutException e) {
            return answer(Wholeness.CUT, Ending.TIMEOUT);
        } catch (IOException e) {
            return answer(Wholeness.CUT, Ending.RESET);
        } catch (NumberFormatException e) {
            return answer(Wholeness.CUT, Ending.MESSAGE);
        }
    }

    /// Reads one interim (1xx) response or the head of the final one, and returns its status.
    int readOneHead() throws IOException {
        head();
        return status;
    }

    private boolean interimRead() {
        if (status >= 100 && status < 200 && status != 101) {
            interim.add(status);
            return true;
        }
        return false;
    }

    private void head() throws IOException {
        fields.clear();
        status = 0;
        String line = line();
        if (!line.startsWith("HTTP/1.") || line.length() < 12) {
            throw new NumberFormatException("not a status line: " + line);
        }
        int code = Integer.parseInt(line.substring(9, 12));
        for (line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        status = code;
    }

    private void body() throws IOException {
        if (headRequest || status == 101 || status == 204 || status == 304) {
            return;
        }
        String coding = value("transfer-encoding");
        String length = value("content-length");
        if (coding.toLowerCase(Locale.ROOT).endsWith("chunked")) {
            chunks();
        } else if (!length.isEmpty()) {
            take(Long.parseLong(length));
        } else {
            atEnd = Wholeness.UNPROVABLE;
            take(Long.MAX_VALUE);
        }
    }

    private void chunks() throws IOException {
        while (true) {
            long size = Long.parseLong(line().split(";", 2)[0].strip(), 16);
            if (size == 0) {
                while (!line().isEmpty()) {}
                return;
            }
            take(size);
            if (!line().isEmpty()) {
                throw new NumberFormatException("no line end after a chunk");
            }
        }
    }

    private void take(long count) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
            octets += read;
            for (int i = 0; i < read && body.length() < KEPT; i++) {
                body.append((char) (buffer[i] & 0xff));
            }
        }
    }

    private String value(String name) {
        return fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    private String line() throws IOException {
        var text = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException();
            }
            text.append((char) octet);
        }
        return text.toString().stripTrailing();
    }

    private Answer answer(Wholeness wholeness, Ending ending) {
        return new Answer(
                headRead ? status : 0,
                List.copyOf(interim),
                List.copyOf(fields),
                body.toString(),
                octets,
                wholeness,
                ending);
    }
}

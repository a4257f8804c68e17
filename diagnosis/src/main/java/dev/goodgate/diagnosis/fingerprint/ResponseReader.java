package dev.goodgate.diagnosis.fingerprint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a response that somebody saved: with its head as `curl -i` writes it, several in a row
/// (interim responses, redirects: the last one counts), or the body alone. Hostile input: bounded
/// in size and time, never throws.
public final class ResponseReader {
    /// What is read of a file: more is left out.
    public static final int MOST_OCTETS = 1 << 20;

    static final int MOST_BODY = 256 << 10;
    private static final int MOST_RESPONSES = 100;

    private ResponseReader() {}

    /// The response in these octets, empty when they are neither a response nor text.
    public static Optional<SavedResponse> read(byte[] file) {
        byte[] octets = Coding.gzipped(file) ? Coding.gunzip(file, MOST_OCTETS) : file;
        int start = start(octets);
        if (!Head.at(octets, start)) return bodyOnly(octets, start);
        Head head = Head.read(octets, start);
        int count = 1;
        for (int next = head.next(octets); next >= 0; next = head.next(octets)) {
            head = Head.read(octets, next);
            if (++count == MOST_RESPONSES) break;
        }
        return Optional.of(response(octets, head, count));
    }

    /// Behind a byte order mark and blank lines.
    private static int start(byte[] octets) {
        int at = 0;
        if (octets.length > 2 && octets[0] == (byte) 0xef && octets[1] == (byte) 0xbb) at = 3;
        while (at < octets.length && Character.isWhitespace(octets[at])) at++;
        return at;
    }

    private static Optional<SavedResponse> bodyOnly(byte[] octets, int start) {
        if (start >= octets.length || Coding.binary(octets)) return Optional.empty();
        boolean page = octets[start] == '<' || octets[start] == '{';
        SavedResponse.Form form = page ? SavedResponse.Form.PAGE : SavedResponse.Form.TEXT;
        byte[] body = Arrays.copyOfRange(octets, start, end(octets, start));
        String text = new String(body, StandardCharsets.UTF_8);
        List<SavedResponse.Remark> remarks =
                octets.length - start > MOST_BODY ? List.of(longer()) : List.of();
        return Optional.of(new SavedResponse(form, 0, "", List.of(), text, 1, remarks));
    }

    private static int end(byte[] octets, int start) {
        return Math.min(octets.length, start + MOST_BODY);
    }

    private static SavedResponse.Remark longer() {
        return new SavedResponse.Remark("longer", Integer.toString(MOST_BODY >> 10));
    }

    private static SavedResponse response(byte[] octets, Head head, int count) {
        List<SavedResponse.Remark> remarks = new ArrayList<>();
        byte[] body = Arrays.copyOfRange(octets, head.end(), octets.length);
        if (head.chunked()) body = Coding.unchunked(body, MOST_OCTETS);
        body = decoded(body, head.value("content-encoding").toLowerCase(Locale.ROOT), remarks);
        if (body.length > MOST_BODY) {
            body = Arrays.copyOf(body, MOST_BODY);
            remarks.add(longer());
        }
        String text = new String(body, charset(head.value("content-type")));
        return new SavedResponse(
                SavedResponse.Form.WHOLE,
                head.status(),
                head.reason(),
                head.fields(),
                text,
                count,
                remarks);
    }

    private static byte[] decoded(byte[] body, String coding, List<SavedResponse.Remark> remarks) {
        if (Coding.gzipped(body)) return Coding.gunzip(body, MOST_BODY + 1);
        if (coding.isEmpty() || !Coding.binary(body)) return body;
        if (coding.equals("deflate")) return Coding.inflate(body, MOST_BODY + 1);
        remarks.add(new SavedResponse.Remark("compressed", Printable.of(coding, 20)));
        return new byte[0];
    }

    /// The charset a Content-Type names; UTF-8 when it names none we have.
    private static Charset charset(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("charset=");
        if (at < 0) return StandardCharsets.UTF_8;
        String name = lower.substring(at + "charset=".length()).replace("\"", "");
        int end = name.indexOf(';');
        try {
            return Charset.forName((end < 0 ? name : name.substring(0, end)).strip());
        } catch (IllegalArgumentException _) {
            return StandardCharsets.UTF_8;
        }
    }
}

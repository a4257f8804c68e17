package dev.goodgate.diagnosis.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Status line and fields of a saved response, and where its body begins. Lenient: a line that is
/// no field is passed over. Reads at most 64 KiB and 500 fields.
record Head(int status, String reason, List<SavedResponse.Field> fields, int end) {
    private static final int MOST_OCTETS = 64 << 10;
    private static final int MOST_FIELDS = 500;
    private static final int AFTER_VERSION = 5;

    Head {
        fields = List.copyOf(fields);
    }

    /// Whether a status line (RFC 9112 section 4) begins there. `HTTP/2 502` counts too.
    static boolean at(byte[] octets, int at) {
        return statusAt(octets, at) >= 0;
    }

    private static int statusAt(byte[] octets, int at) {
        byte[] name = "HTTP/".getBytes(StandardCharsets.US_ASCII);
        if (at < 0 || at + name.length + 5 > octets.length) return -1;
        for (int i = 0; i < name.length; i++) {
            if (octets[at + i] != name[i]) return -1;
        }
        int i = at + AFTER_VERSION;
        if (!digit(octets, i++)) return -1;
        if (i < octets.length && octets[i] == '.') {
            if (!digit(octets, ++i)) return -1;
            i++;
        }
        if (i >= octets.length || octets[i++] != ' ') return -1;
        boolean code = digit(octets, i) && digit(octets, i + 1) && digit(octets, i + 2);
        boolean more = i + 3 < octets.length && octets[i + 3] > ' ';
        return code && !more ? i : -1;
    }

    private static boolean digit(byte[] octets, int at) {
        return at < octets.length && octets[at] >= '0' && octets[at] <= '9';
    }

    /// The head that begins there; a status line must.
    static Head read(byte[] octets, int from) {
        int limit = Math.min(octets.length, from + MOST_OCTETS);
        int line = lineEnd(octets, from, limit);
        String first = text(octets, statusAt(octets, from), line);
        int status = Integer.parseInt(first.substring(0, 3));
        String reason = first.substring(3).strip();
        List<SavedResponse.Field> fields = new ArrayList<>();
        int at = Math.min(line + 1, limit);
        while (at < limit) {
            int end = lineEnd(octets, at, limit);
            String text = text(octets, at, end);
            at = Math.min(end + 1, limit);
            if (text.isEmpty()) break;
            add(fields, text);
        }
        return new Head(status, reason, fields, at);
    }

    private static void add(List<SavedResponse.Field> fields, String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || line.charAt(0) <= ' ' || fields.size() >= MOST_FIELDS) return;
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.add(new SavedResponse.Field(name, line.substring(colon + 1).strip()));
    }

    private static int lineEnd(byte[] octets, int from, int limit) {
        int at = from;
        while (at < limit && octets[at] != '\n') at++;
        return at;
    }

    private static String text(byte[] octets, int from, int to) {
        int end = to > from && octets[to - 1] == '\r' ? to - 1 : to;
        return new String(octets, from, Math.max(0, end - from), StandardCharsets.UTF_8);
    }

    String value(String name) {
        for (SavedResponse.Field field : fields) {
            if (field.name().equals(name)) return field.value();
        }
        return "";
    }

    boolean chunked() {
        return value("transfer-encoding").toLowerCase(Locale.ROOT).endsWith("chunked");
    }

    /// Where the next response begins, or -1 when this is the last one. Saved redirects and interim
    /// responses may have a body or none, with its length known or not.
    int next(byte[] octets) {
        if (at(octets, end)) return end;
        int after = afterLength(octets);
        if (after >= 0) return after;
        boolean passing = status < 200 || status / 100 == 3 || status == 401 || status == 407;
        if (!passing) return -1;
        for (int at = end; at + 1 < octets.length; at++) {
            if (octets[at] == '\n' && at(octets, at + 1)) return at + 1;
        }
        return -1;
    }

    private int afterLength(byte[] octets) {
        int at = chunked() ? Coding.chunksEnd(octets, end) : length();
        if (!chunked() && at >= 0) at = end + at;
        if (at < end) return -1;
        while (at < octets.length && (octets[at] == '\r' || octets[at] == '\n')) at++;
        return at(octets, at) ? at : -1;
    }

    private int length() {
        try {
            int length = Integer.parseInt(value("content-length"));
            return length >= 0 && length <= ResponseReader.MOST_OCTETS ? length : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}

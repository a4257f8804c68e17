package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The responses in the octets a client received. Read leniently: what is no response is said so.
///
/// `statuses` are those of the final responses; `interim` whether a 1xx was among them; `whole`
/// whether the last one has ended; `garbage` what could not be read as a response.
record Answers(
        List<Integer> statuses,
        boolean interim,
        boolean whole,
        String garbage,
        List<String> texts) {
    private static final Pattern STATUS = Pattern.compile("\\AHTTP/1\\.[01] ([1-5][0-9]{2})[ \r]");
    private static final Pattern LENGTH =
            Pattern.compile("^content-length:[ \t]*([0-9]{1,12})[ \t]*\r?$", flags());
    private static final Pattern CHUNKED =
            Pattern.compile("^transfer-encoding:[ \t]*chunked[ \t]*\r?$", flags());
    private static final Pattern CHUNK = Pattern.compile("\\G([0-9A-Fa-f]{1,8})[^\r\n]*\r\n");

    Answers {
        statuses = List.copyOf(statuses);
        texts = List.copyOf(texts);
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
    }

    /// Reads all of it; `closed` says that the connection ended there, `method` which request the
    /// nth response answers (empty when unknown).
    static Answers of(String octets, boolean closed, IntFunction<String> method) {
        List<Integer> statuses = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        boolean interim = false;
        int at = 0;
        while (at < octets.length()) {
            Matcher status = STATUS.matcher(octets.substring(at));
            int head = octets.indexOf("\r\n\r\n", at);
            if (!status.find() || head < 0) {
                boolean more = head < 0 && "HTTP/1.".regionMatches(0, octets, at, 7) && !closed;
                String rest = more ? "" : Octets.escaped(octets.substring(at), 60);
                return new Answers(statuses, interim, false, rest, texts);
            }
            int code = Integer.parseInt(status.group(1));
            if (code < 200 && code != 101) {
                interim = true;
                at = head + 4;
                continue;
            }
            int end =
                    end(
                            octets,
                            at,
                            head + 4,
                            new Kind(code, closed, method.apply(statuses.size())));
            statuses.add(code);
            texts.add(octets.substring(at, end < 0 ? octets.length() : end));
            if (end < 0) return new Answers(statuses, interim, false, "", texts);
            at = end;
        }
        return new Answers(statuses, interim, true, "", texts);
    }

    private record Kind(int code, boolean closed, String method) {}

    /// Where the response ends, -1 when its end has not come.
    private static int end(String octets, int start, int body, Kind kind) {
        if (kind.method().equals("HEAD") || kind.code() == 204 || kind.code() == 304) return body;
        String head = octets.substring(start, body);
        if (CHUNKED.matcher(head).find()) return chunks(octets, body);
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            long end = body + Long.parseLong(length.group(1));
            return end <= octets.length() ? (int) end : -1;
        }
        return kind.closed() ? octets.length() : -1;
    }

    private static int chunks(String octets, int from) {
        Matcher chunk = CHUNK.matcher(octets);
        int at = from;
        while (chunk.find(at)) {
            long size = Long.parseLong(chunk.group(1), 16);
            if (size == 0) {
                if (octets.startsWith("\r\n", chunk.end())) return chunk.end() + 2;
                int end = octets.indexOf("\r\n\r\n", chunk.end());
                return end < 0 ? -1 : end + 4;
            }
            if (chunk.end() + size + 2 > octets.length()) return -1;
            at = (int) (chunk.end() + size + 2);
        }
        return -1;
    }
}

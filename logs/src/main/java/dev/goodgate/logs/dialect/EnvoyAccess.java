package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Envoy's access log in its default form, in Istio's of any version (with and without the response
/// code's details), as JSON, and cut to `503 UC (details)`. The details become the message; the
/// cluster is the route.
///
/// ```
/// [time] "GET / HTTP/1.1" 503 UF details connection-details "transport failure" 0 57 1001 -
///     "forwarded-for" "agent" "request id" "authority" "10.0.0.1:80" cluster ...
/// ```
final class EnvoyAccess implements Dialect {
    @Override
    public String id() {
        return "envoy-access";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.isEmpty()) return Optional.empty();
        char first = text.charAt(0);
        if (first == '[') return full(line, clock, 0);
        if (first == '{') return json(line, clock);
        if (text.startsWith("ACCESS [")) return full(line, clock, 7);
        if (first == '"') return columns(line, Columns.of(text), 0, Line.NO_TIME);
        if (first == '0' || (first >= '3' && first <= '5')) return cut(line, text);
        int flags = text.indexOf("response_flags");
        return flags < 0 ? Optional.empty() : pairs(line, text, flags);
    }

    private Optional<Entry> full(Line line, Clock clock, int from) {
        String text = line.text();
        int close = text.indexOf(']', from);
        if (close < 0 || !text.startsWith(" \"", close + 1)) return Optional.empty();
        Clock.Stamp stamp = clock.at(text, from + 1);
        return columns(line, Columns.of(text.substring(close + 2)), 0, stamp.micros());
    }

    /// From the request on: status and flags must follow it.
    private Optional<Entry> columns(Line line, Columns columns, int from, long micros) {
        String code = columns.get(from + 1);
        String flags = columns.get(from + 2);
        boolean status = Figures.status(code) > 0 || code.equals("0");
        boolean flagged = EnvoyFlags.all(flags);
        if (!columns.quoted(from) || !status || (!flagged && !flags.equals("-"))) {
            return Optional.empty();
        }
        int numbers = numbers(columns, from + 3);
        if (!flagged && numbers < 0) return Optional.empty();
        Draft draft = start(line, micros).request(columns.get(from));
        int wordsEnd = numbers < 0 ? columns.size() : numbers;
        String details = details(columns, from + 3, wordsEnd);
        draft.message(details);
        outcome(draft, Figures.status(code), flags, details);
        if (numbers >= 0) tail(draft, columns, numbers);
        return Optional.of(draft.done());
    }

    /// Octets received and sent and the duration stand side by side: where they start, or -1.
    private static int numbers(Columns columns, int from) {
        for (int i = from; i < from + 4 && i + 2 < columns.size(); i++) {
            if (columns.number(i) && columns.number(i + 1) && columns.number(i + 2)) return i;
        }
        return -1;
    }

    private static String details(Columns columns, int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            String word = columns.get(i);
            if (word.isEmpty() || word.equals("-") || columns.number(i)) continue;
            if (!words.isEmpty()) words.append(' ');
            words.append(word);
        }
        return words.toString();
    }

    private static void tail(Draft draft, Columns columns, int numbers) {
        draft.millis(Figures.whole(columns.get(numbers + 2)));
        int quoted = numbers + 4;
        if (!columns.quoted(quoted)) return;
        draft.client(plain(columns.get(quoted)))
                .id(columns.get(quoted + 2))
                .host(plain(columns.get(quoted + 3)))
                .upstream(columns.get(quoted + 4))
                .route(plain(columns.get(quoted + 5)));
    }

    private Optional<Entry> cut(Line line, String text) {
        int space = text.indexOf(' ');
        if (space < 1 || space > 3) return Optional.empty();
        int end = text.indexOf(' ', space + 1);
        if (end < 0) end = text.length();
        String flags = text.substring(space + 1, end);
        int status = Figures.status(text.substring(0, space));
        if (!EnvoyFlags.all(flags) || (status < 0 && space != 1)) return Optional.empty();
        String details = text.substring(end).strip();
        Draft draft = start(line, Line.NO_TIME).message(details);
        outcome(draft, status, flags, details);
        return Optional.of(draft.done());
    }

    private Optional<Entry> json(Line line, Clock clock) {
        String text = line.text();
        if (!text.contains("esponse_flags\"") && !text.contains("esponseFlags\"")) {
            return Optional.empty();
        }
        return FlatJson.of(line).map(json -> named(line, clock, json));
    }

    private Optional<Entry> pairs(Line line, String text, int at) {
        int equals = at + "response_flags".length();
        if (!text.startsWith("=", equals) && !text.startsWith("=\"", equals)) {
            return Optional.empty();
        }
        KeyValues fields = KeyValues.of(text, 0);
        if (!EnvoyFlags.all(fields.get("response_flags"))) return Optional.empty();
        Draft draft = start(line, Line.NO_TIME);
        fill(draft, fields);
        return Optional.of(draft.done());
    }

    private Entry named(Line line, Clock clock, FlatJson json) {
        Draft draft =
                start(line, json.micros(line, clock, "start_time", "timestamp", "time", "@t"));
        fill(draft, json);
        return draft.done();
    }

    private static void fill(Draft draft, Named fields) {
        String details =
                join(
                        fields.first("response_code_details", "responseCodeDetails"),
                        fields.first("connection_termination_details"),
                        fields.first(
                                "upstream_transport_failure_reason",
                                "upstreamTransportFailureReason"));
        draft.message(details)
                .millis(Figures.millis(fields.first("duration", "duration_ms", "total_duration")))
                .route(fields.first("upstream_cluster", "upstreamCluster", "route_name"))
                .id(fields.first("request_id", "x_request_id", "requestId"))
                .host(fields.first("authority", "host", ":authority"))
                .client(fields.first("downstream_remote_address", "x_forwarded_for"))
                .upstream(fields.first("upstream_host", "upstreamHost"))
                .request(
                        fields.first("method", "request_method")
                                + " "
                                + fields.first("path", "x-envoy-origin-path", "uri_path"));
        int status = fields.status("response_code", "responseCode", "status_code", "status");
        outcome(draft, status, fields.first("response_flags", "responseFlags"), details);
    }

    private static void outcome(Draft draft, int status, String flags, String details) {
        boolean relayed = details.startsWith("via_upstream");
        draft.status(status);
        if (relayed) draft.upstreamStatus(status);
        if (!EnvoyFlags.add(draft, flags)) StatusSigns.of(draft, status, relayed);
    }

    private Draft start(Line line, long micros) {
        return Entry.of(id()).at(micros == Line.NO_TIME ? line.micros() : micros).pid(line.pid());
    }

    private static String join(String one, String two, String three) {
        StringBuilder words = new StringBuilder(one);
        if (!two.isEmpty()) words.append(words.isEmpty() ? "" : " ").append(two);
        if (!three.isEmpty()) words.append(words.isEmpty() ? "" : " ").append(three);
        return words.toString();
    }

    private static String plain(String value) {
        return value.equals("-") ? "" : value;
    }
}

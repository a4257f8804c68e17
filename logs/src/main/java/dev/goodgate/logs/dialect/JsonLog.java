package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Any other JSON object, by the names that loggers use: a message and an error in words, or an
/// access record with a status and a request. The last of the JSON formats.
final class JsonLog implements Dialect {
    private static final String[] MESSAGES = {
        "message",
        "msg",
        "log",
        "@m",
        "short_message",
        "text",
        "textPayload",
        "event",
        "body",
        "jsonPayload.message",
        "jsonPayload.msg",
        "fields.message",
        "MESSAGE"
    };
    private static final String[] ERRORS = {
        "error",
        "err",
        "error.message",
        "err.message",
        "exception",
        "exception.message",
        "exc_info",
        "stack_trace",
        "stack",
        "err.stack",
        "error.stack",
        "@x",
        "cause",
        "reason"
    };
    private static final String[] TIMES = {
        "time",
        "ts",
        "timestamp",
        "@timestamp",
        "@t",
        "datetime",
        "date",
        "asctime",
        "time_local",
        "time_iso8601",
        "msec",
        "eventTime",
        "start_time",
        "t"
    };
    private static final String[] LOGGERS = {
        "logger",
        "logger_name",
        "name",
        "component",
        "module",
        "log.logger",
        "SourceContext",
        "category",
        "service",
        "channel"
    };
    private static final String[] STATES = {
        "termination_state", "term_state", "state", "tsc", "ts", "haproxy.termination_state"
    };
    private static final String[] STATUSES = {
        "status",
        "status_code",
        "statusCode",
        "res.statusCode",
        "response.status",
        "response_code",
        "http.status_code",
        "http.response.status_code",
        "responseStatus",
        "sc_status",
        "code"
    };

    @Override
    public String id() {
        return "json-log";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        return FlatJson.of(line).flatMap(json -> entry(line, clock, json));
    }

    private Optional<Entry> entry(Line line, Clock clock, FlatJson json) {
        String message = words(json);
        int status = json.status(STATUSES);
        if (message.isEmpty() && status < 0) return Optional.empty();
        int pid = (int) Figures.whole(json.first("pid", "process.pid", "process"));
        Draft draft =
                Entry.of(id())
                        .at(json.micros(line, clock, TIMES))
                        .message(message)
                        .route(json.first(LOGGERS))
                        .pid(Pids.of(pid, line))
                        .status(status);
        request(draft, json);
        upstream(draft, json, status, message);
        return Optional.of(draft.done());
    }

    private static void request(Draft draft, FlatJson json) {
        String line = json.first("request", "request_line", "requestLine");
        if (line.indexOf(' ') > 0) draft.request(line);
        else
            draft.request(
                    json.first("method", "request_method", "req.method", "http.method", "verb")
                            + " "
                            + json.first("uri", "request_uri", "path", "req.url", "url", "target"));
        draft.host(json.first("host", "http_host", "vhost", "server_name", "req.headers.host"))
                .client(json.first("remote_addr", "client_ip", "client", "ip", "remote_ip"))
                .id(json.first("request_id", "requestId", "req.id", "trace_id", "traceId"))
                .millis(millis(json));
    }

    /// Seconds where the name is one of nginx's or Apache's, milliseconds elsewhere.
    private static long millis(FlatJson json) {
        long seconds = Figures.seconds(json.first("request_time", "requestTime", "upstream_time"));
        if (seconds >= 0) return seconds;
        return Figures.millis(
                json.first("responseTime", "duration_ms", "durationMs", "elapsed", "latency_ms"));
    }

    private static void upstream(Draft draft, FlatJson json, int status, String message) {
        String address = json.first("upstream_addr", "upstream", "upstreamAddr", "backend");
        int comma = address.lastIndexOf(", ");
        draft.upstream(comma < 0 ? address : address.substring(comma + 2));
        draft.upstream(Peer.in(message));
        int upstream = json.status("upstream_status", "upstreamStatus", "backend_status");
        draft.upstreamStatus(upstream);
        if (message.isEmpty() && !terminated(draft, json, status)) {
            StatusSigns.of(draft, status, upstream == status && upstream >= 400);
        }
    }

    /// Whether HAProxy's log in JSON says at which end and in which phase it ended.
    private static boolean terminated(Draft draft, FlatJson json, int status) {
        String state = json.first(STATES);
        int length = state.length();
        boolean such = (length == 2 || length == 4) && HaproxyLine.state(state, length);
        return such && HaproxyLine.sign(draft, state, status);
    }

    private static String words(FlatJson json) {
        String message = json.first(MESSAGES);
        String error = json.first(ERRORS);
        String code = json.first("err.code", "error.code");
        if (message.isEmpty()) return error;
        if (error.isEmpty() || message.contains(error)) return message;
        return message + ": " + error + (code.isEmpty() || error.contains(code) ? "" : " " + code);
    }
}

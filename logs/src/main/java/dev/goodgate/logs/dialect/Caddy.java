package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// Caddy: JSON; the console's form of it, with tabs between time, level, logger and message and
/// JSON behind; version 1's `time [ERROR 502 /path] what`.
final class Caddy implements Dialect {
    private static final List<String> LOGGERS =
            List.of(
                    "http",
                    "tls",
                    "admin",
                    "pki",
                    "caddy",
                    "dynamic_dns",
                    "layer4",
                    "docker-proxy");

    @Override
    public String id() {
        return "caddy";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.startsWith("{")) return json(line, clock);
        if (text.length() < 12) return Optional.empty();
        int old = text.indexOf("[ERROR ", 0, Math.min(40, text.length()));
        return old < 0 ? console(line, clock) : old(line, clock, old + 7);
    }

    private Optional<Entry> json(Line line, Clock clock) {
        String text = line.text();
        if (!text.contains("\"logger\":") || !text.contains("\"ts\":")) return Optional.empty();
        Optional<FlatJson> found = FlatJson.of(line);
        if (found.isEmpty() || !known(found.get().get("logger"))) return Optional.empty();
        FlatJson json = found.get();
        Draft draft = Entry.of(id()).at(json.micros(line, clock, "ts")).route(json.get("logger"));
        fill(draft, json, json.get("msg"), text);
        return Optional.of(draft.pid(line.pid()).done());
    }

    private Optional<Entry> console(Line line, Clock clock) {
        String text = line.text();
        if (!Figures.digit(text.charAt(0))) return Optional.empty();
        Clock.Stamp stamp = clock.at(text, 0);
        if (!stamp.found()) return Optional.empty();
        int level = blanks(text, stamp.end());
        int levelEnd = word(text, level);
        if (!Levels.at(text, level, levelEnd)) return Optional.empty();
        int logger = blanks(text, levelEnd);
        int loggerEnd = word(text, logger);
        String name = text.substring(logger, loggerEnd);
        if (!known(name)) return Optional.empty();
        int brace = text.indexOf('{', loggerEnd);
        String message = text.substring(loggerEnd, brace < 0 ? text.length() : brace).strip();
        Draft draft = Entry.of(id()).at(stamp.micros()).route(name).pid(line.pid());
        Optional<FlatJson> json = brace < 0 ? Optional.empty() : FlatJson.of(text, brace);
        if (json.isPresent()) fill(draft, json.get(), message, text);
        else draft.message(message).upstream(Peer.in(message));
        return Optional.of(draft.done());
    }

    private Optional<Entry> old(Line line, Clock clock, int from) {
        String text = line.text();
        int close = text.indexOf(']', from);
        int space = text.indexOf(' ', from);
        if (close < 0 || space < 0 || space > close) return Optional.empty();
        int status = Figures.status(text.substring(from, space));
        if (status < 0) return Optional.empty();
        String message = text.substring(close + 1).strip();
        Clock.Stamp stamp = clock.at(text, text.startsWith("[") ? 1 : 0);
        return Optional.of(
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .status(status)
                        .request("GET " + text.substring(space + 1, close))
                        .message(message)
                        .upstream(Peer.in(message))
                        .pid(line.pid())
                        .done());
    }

    private static void fill(Draft draft, FlatJson json, String msg, String text) {
        boolean served = msg.equals("handled request");
        String error = json.get("error");
        String message = served ? error : error.isEmpty() ? msg : msg + ": " + error;
        int status = json.status("status");
        draft.status(status)
                .millis(duration(json.get("duration")))
                .id(json.first("err_id", "uuid", "request.headers.X-Request-Id"))
                .host(json.get("request.host"))
                .client(json.first("request.client_ip", "request.remote_ip", "request.remote_addr"))
                .request(json.get("request.method") + " " + json.get("request.uri"))
                .message(message)
                .upstream(json.get("upstream"))
                .upstream(Peer.in(message));
        if (message.equals("EOF")) draft.sign("caddy.response.eof");
        if (!message.isEmpty()) return;
        if (json.get("status").equals("0")) draft.sign("caddy.status.none");
        boolean relayed = text.contains("\"Via\":[\"1.1 Caddy\"");
        if (relayed) draft.upstreamStatus(status);
        StatusSigns.of(draft, status, relayed);
    }

    /// Seconds as a number, or `1.5s` where the encoder was told to write so.
    private static long duration(String text) {
        long millis = Figures.seconds(text);
        return millis >= 0 ? millis : Figures.duration(text);
    }

    private static boolean known(String logger) {
        int dot = logger.indexOf('.');
        return LOGGERS.contains(dot < 0 ? logger : logger.substring(0, dot));
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') at++;
        return at;
    }

    private static int word(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) > ' ') at++;
        return at;
    }
}

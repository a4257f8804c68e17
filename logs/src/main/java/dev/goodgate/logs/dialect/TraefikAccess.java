package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Traefik's access log: the common log format with a count, `"router" "http://10.0.0.1:80" 12ms`
/// behind it, and JSON.
final class TraefikAccess implements Dialect {
    @Override
    public String id() {
        return "traefik-access";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.startsWith("{")) {
            if (!text.contains("\"DownstreamStatus\"") && !text.contains("\"OriginStatus\"")) {
                return Optional.empty();
            }
            return FlatJson.of(line).map(json -> json(line, clock, json));
        }
        if (!text.endsWith("ms") || !text.contains("\" ")) return Optional.empty();
        Columns columns = Columns.of(text);
        int last = columns.size() - 1;
        boolean ours =
                last >= 9
                        && columns.quoted(last - 1)
                        && columns.quoted(last - 2)
                        && columns.number(last - 3)
                        && Figures.duration(columns.get(last)) >= 0;
        return ours ? common(line, clock, columns) : Optional.empty();
    }

    /// `client - user [time] "request" status octets "referrer" "agent" count "router" "server"
    /// 1ms`
    private Optional<Entry> common(Line line, Clock clock, Columns columns) {
        int request = 0;
        while (request < columns.size() && !columns.quoted(request)) request++;
        int status = Figures.status(columns.get(request + 1));
        Clock.Stamp stamp = clock.at(columns.get(request - 1), 0);
        int last = columns.size() - 1;
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .client(columns.get(0))
                        .request(columns.get(request))
                        .status(status)
                        .route(plain(columns.get(last - 2)))
                        .upstream(columns.get(last - 1))
                        .millis(Figures.duration(columns.get(last)))
                        .pid(line.pid());
        StatusSigns.of(draft, status, false);
        return Optional.of(draft.done());
    }

    private Entry json(Line line, Clock clock, FlatJson json) {
        int status = json.status("DownstreamStatus");
        int origin = json.status("OriginStatus");
        boolean relayed = origin >= 400 && !ownBody(origin, json.get("OriginContentSize"));
        long nanos = Figures.whole(json.get("Duration"));
        Draft draft =
                Entry.of(id())
                        .at(json.micros(line, clock, "StartUTC", "time", "StartLocal"))
                        .status(status >= 0 ? status : origin)
                        .upstreamStatus(relayed || origin < 400 ? origin : -1)
                        .millis(nanos < 0 ? -1 : nanos / 1_000_000)
                        .upstream(json.first("ServiceURL", "ServiceURL.Host"))
                        .upstream(json.get("ServiceAddr"))
                        .route(json.first("RouterName", "ServiceName"))
                        .host(json.first("RequestHost", "RequestAddr"))
                        .client(json.first("ClientHost", "ClientAddr"))
                        .id(json.get("request_X-Request-Id"))
                        .request(json.get("RequestMethod") + " " + json.get("RequestPath"))
                        .pid(line.pid());
        StatusSigns.of(draft, status >= 0 ? status : origin, relayed);
        return draft.done();
    }

    /// Traefik writes its own answer down as the origin's; its bodies are the status in words.
    private static boolean ownBody(int status, String size) {
        return switch (status) {
            case 502 -> size.equals("11");
            case 504 -> size.equals("15");
            case 500, 499 -> size.equals("21");
            case 503 -> size.equals("19") || size.equals("20");
            default -> false;
        };
    }

    private static String plain(String value) {
        return value.equals("-") ? "" : value;
    }
}

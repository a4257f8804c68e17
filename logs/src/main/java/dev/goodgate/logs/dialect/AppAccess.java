package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// What application servers write of a request: uWSGI, Rails, uvicorn, Django's own server, Gin,
/// Express's morgan.
final class AppAccess implements Dialect {
    @Override
    public String id() {
        return "app-access";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.length() < 12) return Optional.empty();
        if (text.startsWith("[pid: ")) return uwsgi(line, clock, text);
        if (text.startsWith("[GIN] ")) return gin(line, clock, text);
        if (text.startsWith("Completed ")) return rails(line, text);
        if (text.startsWith("INFO:  ")) return uvicorn(line, text);
        if (text.charAt(0) == '[') return django(line, clock, text);
        return method(text) ? morgan(line, text) : Optional.empty();
    }

    /// `[pid: 12|app: 0|req: 1/1] 10.0.0.1 () {40 vars in 700 bytes} [time] GET / => generated 12
    /// bytes in 3 msecs (HTTP/1.1 200) ...`
    private Optional<Entry> uwsgi(Line line, Clock clock, String text) {
        int arrow = text.indexOf(" => generated ");
        int brace = text.indexOf("} [");
        if (arrow < 0 || brace < 0 || brace > arrow) return Optional.empty();
        int close = text.indexOf("] ", brace);
        int code = text.indexOf("(HTTP/", arrow);
        int space = code < 0 ? -1 : text.indexOf(' ', code);
        int end = space < 0 ? -1 : text.indexOf(')', space);
        int spent = text.indexOf(" bytes in ", arrow);
        Draft draft = start(line, clock.at(text, brace + 3)).pid(Figures.wholeAt(text, 6));
        if (close > 0 && close < arrow) draft.request(text.substring(close + 2, arrow));
        if (spent > 0) draft.millis(Figures.wholeAt(text, spent + 10));
        boolean nothing = text.startsWith(" => generated 0 bytes ", arrow);
        if (nothing && text.contains(" 500) 0 headers ")) draft.sign("uwsgi.nothing");
        int client = text.indexOf("] ");
        if (client > 0) draft.client(word(text, client + 2));
        return end < 0
                ? Optional.of(draft.done())
                : Optional.of(ended(draft, text.substring(space + 1, end)));
    }

    /// `[GIN] 2026/01/02 - 03:04:05 | 502 | 12.3ms | 10.0.0.1 | GET "/"`
    private Optional<Entry> gin(Line line, Clock clock, String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length < 5) return Optional.empty();
        Columns request = Columns.of(parts[4]);
        String time = parts[0].substring(6).replace(" - ", " ");
        Draft draft =
                start(line, clock.at(time, 0))
                        .millis(Figures.duration(parts[2].strip()))
                        .client(parts[3].strip())
                        .request(request.get(0) + " " + request.get(1));
        return Optional.of(ended(draft, parts[1].strip()));
    }

    /// `Completed 500 Internal Server Error in 12ms (ActiveRecord: 1.2ms)`
    private Optional<Entry> rails(Line line, String text) {
        String code = word(text, 10);
        if (Figures.status(code) < 0) return Optional.empty();
        int in = text.indexOf(" in ");
        Draft draft = start(line, Clock.Stamp.NONE);
        if (in > 0) draft.millis(Figures.duration(word(text, in + 4)));
        return Optional.of(ended(draft, code));
    }

    /// `INFO: 10.0.0.1:5000 - "GET / HTTP/1.1" 500 Internal Server Error`
    private Optional<Entry> uvicorn(Line line, String text) {
        Columns columns = Columns.of(text);
        if (!columns.quoted(3) || Figures.status(columns.get(4)) < 0) return Optional.empty();
        Draft draft = start(line, Clock.Stamp.NONE).client(columns.get(1)).request(columns.get(3));
        return Optional.of(ended(draft, columns.get(4)));
    }

    /// `[02/Jan/2026 03:04:05] "GET / HTTP/1.1" 500 145`
    private Optional<Entry> django(Line line, Clock clock, String text) {
        int close = text.indexOf("] \"");
        if (close < 12 || close > 32 || text.charAt(12) != ' ') return Optional.empty();
        Columns columns = Columns.of(text.substring(close + 2));
        boolean ours = columns.size() == 3 && Figures.status(columns.get(1)) > 0;
        if (!ours || !columns.number(2)) return Optional.empty();
        Clock.Stamp stamp = clock.at(text.replace(' ', ':'), 1);
        if (!stamp.found()) return Optional.empty();
        return Optional.of(ended(start(line, stamp).request(columns.get(0)), columns.get(1)));
    }

    /// `GET /path 500 12.345 ms - 12`
    private Optional<Entry> morgan(Line line, String text) {
        Columns columns = Columns.of(text);
        boolean ours =
                columns.size() >= 5
                        && columns.get(1).startsWith("/")
                        && Figures.status(columns.get(2)) > 0
                        && columns.get(4).equals("ms");
        if (!ours) return Optional.empty();
        Draft draft =
                start(line, Clock.Stamp.NONE)
                        .request(columns.get(0) + " " + columns.get(1))
                        .millis(Figures.millis(columns.get(3)));
        return Optional.of(ended(draft, columns.get(2)));
    }

    private Draft start(Line line, Clock.Stamp stamp) {
        return Entry.of(id()).at(stamp.found() ? stamp.micros() : line.micros()).pid(line.pid());
    }

    /// The application itself answered, so nothing was relayed from further behind.
    private static Entry ended(Draft draft, String code) {
        int status = Figures.status(code);
        StatusSigns.of(draft.status(status), status, false);
        return draft.done();
    }

    private static boolean method(String text) {
        return switch (text.charAt(0)) {
            case 'G', 'P', 'H', 'D', 'O' -> text.indexOf(" /") > 0 && text.contains(" ms");
            default -> false;
        };
    }

    private static String word(String text, int from) {
        int end = text.indexOf(' ', from);
        return text.substring(Math.min(from, text.length()), end < 0 ? text.length() : end);
    }
}

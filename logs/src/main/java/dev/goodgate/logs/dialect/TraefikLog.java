package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// What Traefik says of itself: `time="..." level=debug msg="'502 Bad Gateway' caused by: ..."`,
/// zerolog's console, JSON, and the bare `'502 Bad Gateway' caused by: ...`.
final class TraefikLog implements Dialect {
    private static final String CAUSED = "' caused by: ";
    private static final List<String> MARKS =
            List.of(
                    "entryPointName",
                    "routerName",
                    "serviceName",
                    "providerName",
                    "middlewareName",
                    "ServersTransport",
                    "/traefik/",
                    CAUSED,
                    "Error forwarding to http");

    @Override
    public String id() {
        return "traefik";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.isEmpty()) return Optional.empty();
        char first = text.charAt(0);
        if (first == '\'') return text.contains(CAUSED) ? bare(line, text) : Optional.empty();
        if (!Logfmt.consoleLike(text) || !marked(text)) return Optional.empty();
        if (first == '{') return FlatJson.of(line).map(json -> fields(line, clock, json));
        if (text.startsWith("time=") || text.startsWith("level=")) {
            return Optional.of(fields(line, clock, KeyValues.of(text, 0)));
        }
        Optional<Form.Match> console = Logfmt.console(text, clock);
        return console.map(match -> entry(line, match.micros(), match.message()).done());
    }

    private Optional<Entry> bare(Line line, String text) {
        return Optional.of(entry(line, Line.NO_TIME, text).done());
    }

    private Entry fields(Line line, Clock clock, Named fields) {
        String message = fields.first("msg", "message");
        String error = fields.first("error", "err");
        String whole = error.isEmpty() ? message : message + ": " + error;
        return entry(line, fields.micros(line, clock, "time"), whole)
                .route(fields.first("routerName", "serviceName", "providerName"))
                .done();
    }

    private Draft entry(Line line, long micros, String message) {
        Draft draft =
                Entry.of(id())
                        .at(micros == Line.NO_TIME ? line.micros() : micros)
                        .message(message)
                        .pid(line.pid());
        int forwarding = message.indexOf("Error forwarding to ");
        if (forwarding >= 0) {
            int from = forwarding + "Error forwarding to ".length();
            int end = message.indexOf(',', from);
            draft.upstream(message.substring(from, end < 0 ? message.length() : end));
        }
        draft.upstream(Peer.in(message));
        int caused = message.indexOf(CAUSED);
        int quote = caused < 0 ? -1 : message.lastIndexOf('\'', caused - 1);
        if (quote >= 0 && quote + 4 <= message.length()) {
            draft.status(Figures.status(message.substring(quote + 1, quote + 4)));
        }
        return draft;
    }

    private static boolean marked(String text) {
        for (String mark : MARKS) {
            if (text.contains(mark)) return true;
        }
        return false;
    }
}

package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// The tunnel's client: zerolog's console (`2026-01-02T03:04:05Z ERR Request failed error="..."
/// originService=http://10.0.0.1:80`, its time perhaps cut off) and JSON.
final class Cloudflared implements Dialect {
    private static final List<String> MARKS =
            List.of("cfRay", "connIndex", "originService", "ingressRule", "from cloudflared");

    @Override
    public String id() {
        return "cloudflared";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (!Logfmt.consoleLike(text) || !marked(text, line.writer())) return Optional.empty();
        if (text.charAt(0) == '{') {
            return FlatJson.of(line)
                    .map(json -> entry(line, json.micros(line, clock, "time"), json, words(json)));
        }
        return Logfmt.console(text, clock)
                .map(match ->
                        entry(
                                line,
                                match.micros(),
                                KeyValues.of(match.message(), 0),
                                match.message()));
    }

    private static String words(FlatJson json) {
        String message = json.get("message");
        String error = json.get("error");
        return message.isEmpty() ? error : error.isEmpty() ? message : message + ": " + error;
    }

    private Entry entry(Line line, long micros, Named fields, String message) {
        Draft draft =
                Entry.of(id())
                        .at(micros == Line.NO_TIME ? line.micros() : micros)
                        .message(message)
                        .upstream(fields.get("originService"))
                        .upstream(Peer.in(message))
                        .id(fields.first("cfRay", "cf-ray"))
                        .pid(line.pid());
        String dest = fields.get("dest");
        int authority = dest.indexOf("://");
        if (authority > 0) {
            int slash = dest.indexOf('/', authority + 3);
            draft.host(dest.substring(authority + 3, slash < 0 ? dest.length() : slash));
        }
        return draft.done();
    }

    private static boolean marked(String text, String writer) {
        for (String mark : MARKS) {
            if (text.contains(mark)) return true;
        }
        return writer.equals("cloudflared");
    }
}

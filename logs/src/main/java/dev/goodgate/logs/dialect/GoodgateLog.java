package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// Our own access log: JSON, and the combined format with symptom, hop, phase and attempts behind
/// it. A symptom becomes the sign `goodgate.symptom.` and its id, dots as dashes.
final class GoodgateLog implements Dialect {
    private static final List<String> HOPS =
            List.of(
                    "visitor",
                    "access",
                    "gateway",
                    "resolver",
                    "path",
                    "upstream",
                    "dependency",
                    "-");

    @Override
    public String id() {
        return "goodgate";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.startsWith("{\"time\":")) {
            if (!text.contains("\"listener\":") || !text.contains("\"micros\":")) {
                return Optional.empty();
            }
            return FlatJson.of(line).map(json -> json(line, clock, json));
        }
        int end = text.length();
        if (end < 40 || !Figures.digit(text.charAt(end - 1)) || !text.contains("\" ")) {
            return Optional.empty();
        }
        int quote = text.lastIndexOf('"');
        Columns tail = Columns.of(text.substring(quote + 1));
        boolean ours = tail.size() == 4 && HOPS.contains(tail.get(1)) && symptom(tail.get(0));
        return ours ? combined(line, clock, tail) : Optional.empty();
    }

    private Entry json(Line line, Clock clock, FlatJson json) {
        int status = json.status("status");
        int received = json.status("receivedStatus");
        long micros = Figures.whole(json.get("micros"));
        Draft draft =
                Entry.of(id())
                        .at(json.micros(line, clock, "time"))
                        .status(status)
                        .upstreamStatus(received)
                        .millis(micros < 0 ? -1 : micros / 1000)
                        .upstream(json.get("endpoint"))
                        .route(json.first("upstream", "route"))
                        .host(json.get("host"))
                        .client(json.get("client"))
                        .id(json.first("request"))
                        .request(json.get("method") + " " + json.get("path"))
                        .pid(line.pid());
        outcome(draft, status, json.get("symptom"), received >= 400);
        return draft.done();
    }

    private Optional<Entry> combined(Line line, Clock clock, Columns tail) {
        Columns columns = Columns.of(line.text());
        int request = 0;
        while (request < columns.size() && !columns.quoted(request)) request++;
        int status = Figures.status(columns.get(request + 1));
        if (status < 0) return Optional.empty();
        String symptom = tail.get(0);
        Clock.Stamp stamp = clock.at(columns.get(request - 1), 0);
        boolean relayed = symptom.equals("origin.error");
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .client(columns.get(0))
                        .request(columns.get(request))
                        .status(status)
                        .upstreamStatus(relayed ? status : -1)
                        .pid(line.pid());
        outcome(draft, status, symptom, relayed);
        return Optional.of(draft.done());
    }

    private static void outcome(Draft draft, int status, String symptom, boolean relayed) {
        boolean named = !symptom.isEmpty() && !symptom.equals("-");
        if (named) draft.sign("goodgate.symptom." + symptom.replace('.', '-'));
        if (!named || relayed) StatusSigns.of(draft, status, relayed);
    }

    private static boolean symptom(String text) {
        int dot = text.indexOf('.');
        return text.equals("-") || (dot > 0 && dot < text.length() - 1 && lower(text));
    }

    private static boolean lower(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && c != '.' && c != '_' && !Figures.digit(c)) return false;
        }
        return true;
    }
}

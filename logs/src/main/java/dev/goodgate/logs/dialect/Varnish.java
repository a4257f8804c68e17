package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;
import java.util.Set;

/// Varnish: records of varnishlog (`- FetchError http first read error: EOF`, also with a
/// transaction's number before and `b` behind, as `-g raw` writes them) and varnishncsa's access
/// log, whose requests have the whole URL.
final class Varnish implements Dialect {
    private static final Set<String> TAGS =
            Set.of(
                    "FetchError",
                    "Error",
                    "VCL_Error",
                    "RespStatus",
                    "BerespStatus",
                    "ObjStatus",
                    "RespReason",
                    "BerespReason",
                    "BackendOpen",
                    "BackendReuse",
                    "BackendClose",
                    "Backend_health",
                    "ReqURL",
                    "BereqURL",
                    "ReqMethod",
                    "BereqMethod",
                    "ReqHeader",
                    "BereqHeader",
                    "ReqStart",
                    "Timestamp",
                    "HttpGarbage",
                    "LostHeader",
                    "BogoHeader",
                    "SessError",
                    "SessClose",
                    "Debug",
                    "VCL_Log",
                    "Fetch_Body",
                    "Gzip",
                    "CLI");

    @Override
    public String id() {
        return "varnish";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.isEmpty()) return Optional.empty();
        char first = text.charAt(0);
        if (first == '-' || first == ' ' || Shape.digit(first)) {
            Optional<Entry> found = record(line);
            if (found.isPresent()) return found;
        }
        return ncsa(line, clock);
    }

    /// A record of varnishlog.
    private Optional<Entry> record(Line line) {
        Cursor cursor = new Cursor(line.text(), 0);
        String lead = cursor.word();
        if (!dashes(lead) && Shape.count(lead) < 0) return Optional.empty();
        String tag = cursor.word();
        if (!TAGS.contains(tag)) return Optional.empty();
        int mark = cursor.spaces().at;
        String side = cursor.word();
        boolean raw = Shape.count(lead) >= 0 && side.length() == 1 && "bc-".contains(side);
        String rest = line.text().substring(raw ? cursor.spaces().at : mark).strip();
        Draft draft = Entry.of(id()).at(line.micros()).message(tag + " " + rest).pid(line.pid());
        fill(draft, tag, rest);
        return Optional.of(draft.done());
    }

    private static void fill(Draft draft, String tag, String rest) {
        switch (tag) {
            case "RespStatus" -> draft.status(Shape.status(rest));
            case "BerespStatus" -> draft.upstreamStatus(Shape.status(rest));
            case "ReqURL", "BereqURL" -> draft.request("GET " + rest);
            case "ReqStart" -> draft.client(new Cursor(rest, 0).word());
            case "ReqHeader", "BereqHeader" -> {
                if (rest.regionMatches(true, 0, "host:", 0, 5))
                    draft.host(rest.substring(5).strip());
            }
            case "BackendOpen", "BackendReuse" -> backend(draft, rest);
            case "Backend_health" -> {
                Cursor cursor = new Cursor(rest.startsWith("- ") ? rest.substring(2) : rest, 0);
                draft.route(cursor.word());
            }
            default -> {}
        }
    }

    /// `24 default 10.0.0.1 8080 10.0.0.9 41234 connect`.
    private static void backend(Draft draft, String rest) {
        Cursor cursor = new Cursor(rest, 0);
        cursor.word();
        draft.route(cursor.word());
        String host = cursor.word();
        String port = cursor.word();
        if (!Shape.ip(host) || Shape.count(port) < 0) return;
        draft.upstream((host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port);
    }

    private static boolean dashes(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != '-') return false;
        }
        return !word.isEmpty() && word.length() < 10;
    }

    private Optional<Entry> ncsa(Line line, Clock clock) {
        boolean named = line.writer().startsWith("varnish");
        String text = line.text();
        if (!named && !text.contains(" http://") && !text.contains(" https://")) {
            return Optional.empty();
        }
        Optional<Clf> clf = Clf.of(text);
        if (clf.isEmpty()) return Optional.empty();
        String request = clf.get().request();
        int space = request.indexOf(' ');
        boolean whole = space > 0 && request.startsWith("http", space + 1);
        boolean plain = clf.get().tail().spaces().end() || clf.get().tail().peek() == '"';
        if (!named && !(whole && plain && request.indexOf("://") > 0)) return Optional.empty();
        return clf.get().access().entry(id(), line, clock);
    }
}

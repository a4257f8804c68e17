package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// An access log of `key=value` fields (or `key:value` between tabs, LTSV) whose keys name nginx's
/// variables or their usual short forms: `status=502 upstream_status=- rt=0.1`.
final class NginxPairs implements Dialect {
    private static final List<String> OWN =
            List.of(
                    "upstream_status",
                    "upstream_addr",
                    "request_time",
                    "upstream_response_time",
                    "upstream_time",
                    "rt",
                    "urt",
                    "uct",
                    "reqtime",
                    "upstream");

    @Override
    public String id() {
        return "nginx-access-pairs";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.startsWith("{")) return Optional.empty();
        if (text.contains("status=") && own(text, "=")) {
            Access access = new Access();
            Cursor cursor = new Cursor(text, 0);
            lead(cursor, access);
            Tail.shapes(cursor, access);
            return access.entry(id(), line, clock);
        }
        if (text.contains("status:") && text.indexOf('\t') > 0 && own(text, ":")) {
            return tabbed(text).entry(id(), line, clock);
        }
        return Optional.empty();
    }

    /// Whether one of nginx's own keys stands at the start of a word.
    private static boolean own(String text, String separator) {
        for (String key : OWN) {
            int at = text.indexOf(key + separator);
            if (at == 0 || (at > 0 && " \t,;[\"".indexOf(text.charAt(at - 1)) >= 0)) return true;
        }
        return false;
    }

    /// The client and the time before the first key, as in the combined format.
    private static void lead(Cursor cursor, Access access) {
        int open = cursor.text.indexOf('[');
        int equals = cursor.text.indexOf('=');
        if (equals < 0 || open > equals) open = -1;
        String first = cursor.word();
        if (Shape.ip(first)) access.set(Variable.CLIENT, first);
        else cursor.at = 0;
        if (open < 0) return;
        cursor.at = open;
        access.set(Variable.TIME, cursor.token());
        int quote = cursor.spaces().at;
        if (cursor.peek() != '"') return;
        String request = cursor.quoted();
        if (Shape.method(request)) access.set(Variable.REQUEST, request);
        else cursor.at = quote;
    }

    private static Access tabbed(String text) {
        Access access = new Access();
        Cursor cursor = new Cursor(text, 0);
        while (!cursor.end()) {
            String field = cursor.upTo('\t');
            int colon = field.indexOf(':');
            if (colon > 0) {
                String value = field.substring(colon + 1);
                boolean bracketed = value.startsWith("[") && value.endsWith("]");
                boolean time = bracketed && field.startsWith("time");
                Variable.put(
                        access,
                        field.substring(0, colon),
                        time ? value.substring(1, value.length() - 1) : value);
            }
        }
        return access;
    }
}

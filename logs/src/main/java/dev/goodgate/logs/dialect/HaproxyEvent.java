package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// What HAProxy says of itself, with its prefix or without, and of connections that never became a
/// request.
///
/// ```
/// [WARNING] 001/030405 (12) : Server shop/a is DOWN, reason: ...
/// 192.0.2.1:5123 [02/Jan/2026:03:04:05.123] web/1: SSL handshake failure
/// ```
final class HaproxyEvent implements Dialect {
    private static final List<String> LEVELS =
            List.of("[WARNING]", "[ALERT]", "[NOTICE]", "[INFO]", "[DEBUG]");
    private static final List<String> STATES =
            List.of(
                    " is DOWN",
                    " is UP",
                    " is going DOWN",
                    " is going UP",
                    " was DOWN",
                    " is stopping");

    @Override
    public String id() {
        return "haproxy-event";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int prefix = prefix(text);
        int start = Math.max(prefix, 0);
        if (prefix < 0 && !server(text, 0) && !backend(text) && !health(text)) {
            return connection(line, clock);
        }
        String message = text.substring(start);
        int pid = start == 0 ? 0 : pid(text.substring(0, start));
        return Optional.of(
                Entry.of(id())
                        .at(line.micros())
                        .message(message)
                        .route(route(message))
                        .upstreamStatus(code(message))
                        .millis(duration(message))
                        .pid(pid > 0 ? pid : line.pid())
                        .done());
    }

    /// Where the message starts behind `[LEVEL] day/time (pid) : `; -1 without.
    private static int prefix(String text) {
        if (!text.startsWith("[")) return -1;
        for (String level : LEVELS) {
            if (text.startsWith(level)) {
                int open = text.indexOf('(', level.length());
                int close = text.indexOf(") : ", level.length());
                boolean near = open > 0 && open < level.length() + 20 && close > open;
                return near && Shape.digits(text, open + 1, close) ? close + 4 : -1;
            }
        }
        return -1;
    }

    private static int pid(String prefix) {
        int open = prefix.lastIndexOf('(');
        return open < 0 ? 0 : Shape.pid(prefix, open + 1);
    }

    /// `Server shop/a is DOWN`, `Backup Server shop/b is UP`.
    private static boolean server(String text, int from) {
        int start = text.startsWith("Backup ", from) ? from + 7 : from;
        if (!text.startsWith("Server ", start)) return false;
        int space = text.indexOf(' ', start + 7);
        if (space < 0 || text.lastIndexOf('/', space) < start + 7) return false;
        for (String state : STATES) {
            if (text.startsWith(state, space)) return true;
        }
        return false;
    }

    private static boolean backend(String text) {
        return (text.startsWith("backend ") || text.startsWith("proxy "))
                && text.contains("has no server available");
    }

    private static boolean health(String text) {
        return text.startsWith("Health check for ")
                && (text.contains(" failed, reason: ") || text.contains(" succeeded, reason: "));
    }

    /// The first `backend/server` or backend that the message names.
    private static String route(String message) {
        for (String mark : List.of("Server ", "server ", "backend ", "proxy ", "Proxy ")) {
            int at = message.indexOf(mark);
            if (at < 0) continue;
            String word = new Cursor(message, at + mark.length()).word();
            String name = word.replace("'", "");
            if (!name.isEmpty() && !name.equals("available!")) return name;
        }
        return "";
    }

    private static int code(String message) {
        int at = message.indexOf(", code: ");
        return at < 0 ? -1 : Shape.status(new Cursor(message, at + 8).upTo(',').strip());
    }

    private static long duration(String message) {
        int at = message.indexOf("check duration: ");
        if (at < 0) return -1;
        int end = Shape.afterDigits(message, at + 16);
        return message.startsWith("ms", end) ? Shape.count(message.substring(at + 16, end)) : -1;
    }

    /// `192.0.2.1:5 [02/Jan/2026:03:04:05.123] https/1: SSL handshake failure`.
    private Optional<Entry> connection(Line line, Clock clock) {
        String text = line.text();
        if (text.isEmpty() || Character.digit(text.charAt(0), 16) < 0) return Optional.empty();
        int open = text.indexOf(" [");
        int close = text.indexOf("] ");
        if (open < 0 || open > 60 || close < open || close > open + 40) return Optional.empty();
        Cursor cursor = new Cursor(text, close + 2);
        String bind = cursor.word();
        boolean named = bind.endsWith(":") && bind.indexOf('/') > 0;
        if (!named || !Shape.digit(text.charAt(open + 2))) return Optional.empty();
        Clock.Stamp stamp = clock.at(text, open + 2);
        int port = text.lastIndexOf(':', open);
        return Optional.of(
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .client(text.substring(0, port < 0 ? open : port))
                        .message(text.substring(cursor.spaces().at))
                        .pid(line.pid())
                        .done());
    }
}

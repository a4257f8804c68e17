package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// nginx's error log. Also what is left of such a line when it was cut at its start or end: then
/// its fields or its `while reading ...` tell.
///
/// ```
/// 2026/01/02 03:04:05 [error] 7#7: *12 message, client: ..., server: ..., request: "...", ...
/// ```
final class NginxError implements Dialect {
    private static final List<String> LEVELS =
            List.of("error]", "crit]", "alert]", "emerg]", "warn]", "notice]", "info]", "debug]");

    /// What nginx says it was doing.
    private static final List<String> DEEDS =
            List.of(
                    "connecting to upstream",
                    "reading response header from upstream",
                    "reading upstream",
                    "SSL handshaking to upstream",
                    "sending request to upstream",
                    "sending to client",
                    "proxying upgraded connection",
                    "proxying connection",
                    "proxying and ",
                    "internally redirecting",
                    "reading client request",
                    "reading request header",
                    "reading PROXY protocol",
                    "waiting for request",
                    "sending response to client",
                    "SSL handshaking, client",
                    "logging request",
                    "processing HTTP/2 connection",
                    "resolving upstream",
                    "initializing upstream");

    @Override
    public String id() {
        return "nginx-error";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int start = start(text);
        if (start < 0 && !tail(text)) return Optional.empty();
        int from = Math.max(start, 0);
        NginxFields fields = new NginxFields(text, skipConnection(text, from));
        Clock.Stamp stamp = start > 0 ? clock.at(text, 0) : Clock.Stamp.NONE;
        int pid = pid(text, from);
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(fields.message())
                        .client(fields.plain("client"))
                        .request(fields.quoted("request"))
                        .upstream(fields.upstream())
                        .host(fields.host())
                        .pid(pid > 0 ? pid : line.pid());
        if (fields.message().startsWith("no live upstreams")) {
            draft.route(name(fields.upstream()));
        }
        return Optional.of(draft.done());
    }

    /// Where the message starts, its `*12 ` included; -1 without a prefix.
    private static int start(String text) {
        int open = text.indexOf('[');
        if (open >= 0 && open <= 40) {
            int level = level(text, open + 1);
            if (level > 0) return afterProcess(text, level, open);
        }
        int hash = text.indexOf('#');
        if (hash > 0 && hash < 11 && Shape.digits(text, 0, hash)) {
            int end = Shape.afterDigits(text, hash + 1);
            if (end > hash + 1 && text.startsWith(": ", end)) return end + 2;
        }
        return -1;
    }

    /// Where the level's name ends, its bracket included; -1 when it is none.
    private static int level(String text, int from) {
        for (String level : LEVELS) {
            if (text.startsWith(level, from)) return from + level.length();
        }
        return -1;
    }

    /// Behind `7#7: `, which must follow unless the line starts with nginx's name or time.
    private static int afterProcess(String text, int level, int open) {
        int at = text.startsWith(" ", level) ? level + 1 : level;
        int hash = Shape.afterDigits(text, at);
        if (hash > at && text.startsWith("#", hash)) {
            int end = Shape.afterDigits(text, hash + 1);
            return text.startsWith(": ", end) ? end + 2 : end;
        }
        boolean dated = open >= 9 && text.charAt(open - 1) == ' ' && slashed(text, open);
        boolean starting = open == 0 && text.startsWith("emerg]", 1);
        return dated || starting || (open == 7 && text.startsWith("nginx: ")) ? at : -1;
    }

    /// Whether the text starts like `2026/01/02 `, perhaps without its first digits.
    private static boolean slashed(String text, int open) {
        int space = text.indexOf(' ');
        int slash = text.indexOf('/');
        return slash > 0
                && slash < 5
                && space > slash
                && space < open
                && Shape.digits(text, 0, slash);
    }

    private static boolean tail(String text) {
        if (text.startsWith("{")) return false;
        if (text.contains(", client: ")) {
            if (text.contains(", server: ") || text.contains(", request: \"")) return true;
        }
        if (text.contains(", upstream: \"")) return true;
        for (int at = text.indexOf(" while "); at >= 0; at = text.indexOf(" while ", at + 7)) {
            for (String deed : DEEDS) {
                if (text.startsWith(deed, at + 7)) return true;
            }
        }
        return false;
    }

    private static int skipConnection(String text, int from) {
        if (!text.startsWith("*", from)) return from;
        int end = Shape.afterDigits(text, from + 1);
        return end > from + 1 && text.startsWith(" ", end) ? end + 1 : from;
    }

    private static int pid(String text, int start) {
        int hash = text.lastIndexOf('#', start);
        if (hash <= 0) return 0;
        int from = hash;
        while (from > 0 && Shape.digit(text.charAt(from - 1))) from--;
        return Shape.pid(text, from);
    }

    private static String name(String upstream) {
        int scheme = upstream.indexOf("://");
        String rest = scheme < 0 ? upstream : upstream.substring(scheme + 3);
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }
}

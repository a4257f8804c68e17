package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// PHP's own error log, and WordPress's debug.log, which is the same; the message alone, as pages
/// show it; and `PHP message: ` where another server's log embeds it.
///
/// ```
/// [02-Jan-2026 03:04:05 UTC] PHP Fatal error:  ...
/// ```
final class PhpError implements Dialect {
    private static final List<String> KINDS =
            List.of(
                    "Fatal error: ",
                    "Parse error: ",
                    "Warning: ",
                    "Notice: ",
                    "Deprecated: ",
                    "Catchable fatal error: ",
                    "Recoverable fatal error: ",
                    "Core error: ",
                    "Compile error: ",
                    "Stack trace:");

    @Override
    public String id() {
        return "php-error";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int start = 0;
        Clock.Stamp stamp = Clock.Stamp.NONE;
        if (text.startsWith("[") && text.startsWith("-", 3) && text.startsWith("-", 7)) {
            int close = text.indexOf("] ");
            if (close < 12 || close > 64) return Optional.empty();
            start = close + 2;
            stamp = clock.at(text, 1);
        }
        int message = message(text, start);
        if (message < 0) return Optional.empty();
        return Optional.of(
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(text.substring(message))
                        .pid(line.pid())
                        .done());
    }

    /// Where PHP's words start; -1 when they are not its.
    private static int message(String text, int start) {
        if (text.startsWith("PHP ", start) && kind(text, start + 4)) return start;
        boolean script = text.contains(" on line ") || text.contains(".php:");
        if (kind(text, start)) return script || text.startsWith("Fatal", start) ? start : -1;
        int embedded = text.indexOf("PHP message: ", start);
        if (embedded >= 0) return embedded + 13;
        if (start > 0 && (script || text.startsWith("WordPress database error", start)))
            return start;
        int bare = text.indexOf("PHP ", start);
        return bare > 0 && kind(text, bare + 4) ? bare : -1;
    }

    private static boolean kind(String text, int at) {
        for (String kind : KINDS) {
            if (text.startsWith(kind, at)) return true;
        }
        return false;
    }
}

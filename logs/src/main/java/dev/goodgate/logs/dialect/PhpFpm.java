package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// PHP-FPM: its error log, the blocks of its slow log, and its access log. The pool is the route, a
/// child's number the pid.
///
/// ```
/// [02-Jan-2026 03:04:05] WARNING: [pool www] child 12 exited on signal 11 (SIGSEGV)
/// 192.0.2.1 -  02/Jan/2026:03:04:05 +0000 "GET /index.php" 500
/// ```
final class PhpFpm implements Dialect {
    private static final List<String> LEVELS =
            List.of("WARNING: ", "NOTICE: ", "ERROR: ", "ALERT: ", "DEBUG: ");

    @Override
    public String id() {
        return "php-fpm";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int start = 0;
        Clock.Stamp stamp = Clock.Stamp.NONE;
        if (text.startsWith("[") && text.startsWith("-", 3) && text.startsWith("-", 7)) {
            int close = text.indexOf("] ");
            if (close < 12 || close > 40) return Optional.empty();
            start = close + 2;
            stamp = clock.at(text, 1);
        }
        Cursor cursor = new Cursor(text, start);
        cursor.spaces();
        int message = cursor.at;
        boolean levelled = levelled(cursor);
        boolean pooled = text.startsWith("[pool ", cursor.at);
        boolean dated = start > 0 && levelled;
        if (!pooled && !dated && !own(text, cursor.at, levelled)) return access(line, clock);
        String pool = pooled ? pool(cursor) : "";
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(text.substring(message))
                        .route(pool);
        child(draft, text, cursor.spaces().at, line.pid());
        return Optional.of(draft.done());
    }

    private static boolean levelled(Cursor cursor) {
        for (String level : LEVELS) {
            if (cursor.skip(level)) return true;
        }
        return false;
    }

    /// What only FPM says without naming a pool.
    private static boolean own(String text, int at, boolean levelled) {
        if (text.startsWith("script_filename = ", at)) return true;
        if (!levelled) return false;
        return text.startsWith("fpm is ", at)
                || text.startsWith("FPM initialization", at)
                || text.startsWith("failed to post process the configuration", at)
                || text.startsWith("unable to bind listening socket", at)
                || text.startsWith("An another FPM instance", at);
    }

    private static String pool(Cursor cursor) {
        return cursor.token().substring(5).strip();
    }

    /// The child's number, the request in its brackets and the seconds in theirs:
    ///
    /// ```
    /// child 12, script '/a.php' (request: "GET /a.php") execution timed out (61.2 sec)
    /// ```
    private static void child(Draft draft, String text, int at, int wrapper) {
        int digits = -1;
        if (text.startsWith("child ", at)) digits = at + 6;
        else if (text.startsWith("pid ", at)) digits = at + 4;
        int pid = digits < 0 ? 0 : Shape.pid(text, digits);
        draft.pid(pid > 0 ? pid : wrapper);
        int request = text.indexOf("(request: \"", at);
        if (request > 0) {
            int end = text.indexOf('"', request + 11);
            draft.request(text.substring(request + 11, end < 0 ? text.length() : end));
        }
        int seconds = text.indexOf(" sec)", at);
        int open = seconds < 0 ? -1 : text.lastIndexOf('(', seconds);
        if (open > at) draft.millis(Shape.millis(text.substring(open + 1, seconds)));
    }

    /// A line that ends in a quoted method and path and a status.
    private Optional<Entry> access(Line line, Clock clock) {
        String text = line.text();
        int last = text.lastIndexOf("\" ");
        if (last < 0 || text.length() - last != 5) return Optional.empty();
        int open = text.lastIndexOf('"', last - 1);
        int dash = text.indexOf(" - ");
        if (dash < 0 || open < dash || text.indexOf('[') >= 0) return Optional.empty();
        String request = text.substring(open + 1, last);
        String time = new Cursor(text, dash + 3).spaces().word();
        if (!Shape.method(request) || time.length() != 20 || !time.startsWith("/", 2)) {
            return Optional.empty();
        }
        return new Access()
                .set(Variable.CLIENT, text.substring(0, dash).strip())
                .set(Variable.TIME, text.substring(text.indexOf(time), open).strip())
                .set(Variable.REQUEST, request)
                .set(Variable.STATUS, text.substring(last + 2))
                .entry(id(), line, clock);
    }
}

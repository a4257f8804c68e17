package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// `time=... level=error msg="..." err="..."`: the message is `msg` and the error.
final class Logfmt implements Dialect {
    private static final Form CONSOLE = Form.of("%t %l %m");
    private static final Form BARE = Form.of("%l %m");

    @Override
    public String id() {
        return "logfmt";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if ((!text.contains("msg=") && !text.contains("err")) || text.indexOf('=') < 0) {
            return Optional.empty();
        }
        if (text.startsWith("type=")) return Optional.empty();
        KeyValues fields = KeyValues.of(text, 0);
        String level = fields.first("level", "lvl", "severity");
        String message = fields.first("msg", "message");
        String error = fields.first("err", "error");
        boolean ours = Levels.at(level, 0, level.length()) || fields.size() > 2;
        if (!ours || (message.isEmpty() && error.isEmpty()) || level.isEmpty()) {
            return Optional.empty();
        }
        String whole =
                message.isEmpty() ? error : error.isEmpty() ? message : message + ": " + error;
        return Optional.of(
                Entry.of(id())
                        .at(fields.micros(line, clock, "time", "ts", "timestamp", "t"))
                        .message(whole)
                        .route(fields.first("logger", "component", "caller"))
                        .status(fields.status("status", "status_code"))
                        .upstream(Peer.in(whole))
                        .pid(line.pid())
                        .done());
    }

    /// Whether a line may be JSON or start as zerolog's console does: with a date that a `T` ends,
    /// or with letters.
    static boolean consoleLike(String text) {
        if (text.length() < 12) return false;
        char first = text.charAt(0);
        return Figures.digit(first) ? text.charAt(10) == 'T' : first == '{' || first >= 'A';
    }

    /// What zerolog and its like write on a terminal: time, level, words; the time may be cut off.
    static Optional<Form.Match> console(String text, Clock clock) {
        Optional<Form.Match> timed = CONSOLE.read(text, clock);
        return timed.isPresent() ? timed : BARE.read(text, clock);
    }
}

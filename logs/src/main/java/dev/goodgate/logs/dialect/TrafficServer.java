package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Apache Traffic Server: its access log in Squid's form (`ERR_CONNECT_FAIL/502`) and in
/// `extended2`, `error.log` (`20260102.03h04m05s CONNECT: ...`), and the prefix of `diags.log` and
/// `traffic.out` (`[Jan 2 03:04:05.123] [ET_NET 3] ERROR: ...`).
final class TrafficServer implements Dialect {
    private static final List<String> LEVELS =
            List.of(
                    "ERROR: ",
                    "WARNING: ",
                    "NOTE: ",
                    "STATUS: ",
                    "FATAL: ",
                    "ALERT: ",
                    "EMERGENCY: ");

    @Override
    public String id() {
        return "trafficserver";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.startsWith("[")) return diags(line, clock);
        if (text.startsWith("h", 11) && text.startsWith(".", 8)) return error(line, clock);
        Optional<SquidNative> squid = SquidNative.of(line, clock);
        if (squid.isPresent()) {
            Draft draft = squid.get().draft(id(), line);
            sign(draft, squid.get().result(), Shape.status(squid.get().status()));
            return Optional.of(draft.done());
        }
        return extended(line, clock);
    }

    private static void sign(Draft draft, String result, int status) {
        boolean failed = result.startsWith("ERR_READ_");
        if (status > 0 && status < 400 && !failed) return;
        if (result.equals("ERR_UNKNOWN") && status >= 500) {
            StatusSigns.of(draft, status, false);
            return;
        }
        if (result.startsWith("ERR_") && !result.startsWith("ERR_CLIENT")) {
            String name = result.substring(4).toLowerCase(Locale.ROOT).replace('_', '-');
            draft.sign("trafficserver.err." + name);
        } else if (result.startsWith("ERR_CLIENT")) {
            draft.sign("trafficserver.err.client-abort");
        } else {
            StatusSigns.of(draft, status, false);
        }
    }

    /// Twelve numbers and three or four words behind the combined part; the last is the result.
    private Optional<Entry> extended(Line line, Clock clock) {
        Optional<Clf> clf = line.text().endsWith("\"") ? Optional.empty() : Clf.of(line.text());
        if (clf.isEmpty()) return Optional.empty();
        Cursor tail = clf.get().tail();
        String origin = tail.word();
        int numbers = Shape.count(origin) < 0 ? 0 : 1;
        String word = origin;
        String seconds = "";
        while (numbers > 0 && Shape.count(word) >= 0) {
            seconds = word;
            word = tail.word();
            numbers++;
        }
        if (numbers < 10) return Optional.empty();
        Access access = clf.get().access();
        access.set(Variable.UPSTREAM_STATUS, origin).set(Variable.REQUEST_TIME, seconds);
        while (!tail.spaces().end()) word = tail.word();
        Optional<Entry> entry = access.entry(id(), line, clock);
        if (entry.isEmpty() || !word.startsWith("ERR_")) return entry;
        Entry plain = entry.get();
        Draft draft =
                Entry.of(id())
                        .at(plain.micros())
                        .status(plain.status())
                        .upstreamStatus(plain.upstreamStatus())
                        .millis(plain.millis())
                        .request(clf.get().request())
                        .client(plain.client())
                        .pid(line.pid());
        sign(draft, word, plain.status());
        return Optional.of(draft.done());
    }

    /// `20260102.03h04m05s RESPONSE: sent 192.0.2.1 status 502 (Connection refused) for 'url'`.
    private Optional<Entry> error(Line line, Clock clock) {
        String text = line.text();
        if (!Shape.digits(text, 0, 8) || !text.startsWith("s ", 17)) return Optional.empty();
        Clock.Stamp stamp = clock.at(text, 0);
        String message = text.substring(19);
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(message)
                        .pid(line.pid());
        String status = after(message, " status ");
        draft.status(Shape.status(status)).client(after(message, "sent "));
        if (message.startsWith("CONNECT:")) draft.upstream(after(message, "] to "));
        String url = after(message, " for '");
        if (url.isEmpty()) url = after(message, " url='");
        int quote = url.indexOf('\'');
        if (!url.isEmpty()) draft.request("GET " + (quote < 0 ? url : url.substring(0, quote)));
        return Optional.of(draft.done());
    }

    private static String after(String text, String mark) {
        int at = text.indexOf(mark);
        return at < 0 ? "" : new Cursor(text, at + mark.length()).word();
    }

    private Optional<Entry> diags(Line line, Clock clock) {
        String text = line.text();
        int close = text.indexOf("] ");
        if (close < 16 || close > 30 || !Character.isUpperCase(text.charAt(1))) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(text, close + 2);
        if (cursor.peek() == '[') cursor.token();
        else if (cursor.peek() == '{') cursor.upTo('}');
        else if (text.startsWith("traffic_", cursor.at)) cursor.word();
        else return Optional.empty();
        cursor.spaces();
        for (String level : LEVELS) {
            if (!cursor.skip(level)) continue;
            Clock.Stamp stamp = clock.at(text, 1);
            return Optional.of(
                    Entry.of(id())
                            .at(stamp.found() ? stamp.micros() : line.micros())
                            .message(text.substring(cursor.at))
                            .pid(line.pid())
                            .done());
        }
        return Optional.empty();
    }
}

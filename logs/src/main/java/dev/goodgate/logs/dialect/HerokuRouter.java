package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Heroku's router: `at=error code=H12 desc="Request timeout" method=GET path="/" dyno=web.1
/// connect=1ms service=30000ms status=503`. The part up to the method is the message.
final class HerokuRouter implements Dialect {
    @Override
    public String id() {
        return "heroku-router";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        int at = text.indexOf("at=", 0, Math.min(80, text.length()));
        if (at < 0 || (at > 0 && text.charAt(at - 1) != ' ')) return Optional.empty();
        boolean ours = text.contains("code=H") || text.contains("dyno=");
        return ours ? Optional.of(entry(line, clock, text, at)) : Optional.empty();
    }

    private Entry entry(Line line, Clock clock, String text, int at) {
        KeyValues fields = KeyValues.of(text, at);
        Clock.Stamp stamp = at == 0 ? Clock.Stamp.NONE : clock.at(text, 0);
        int method = text.indexOf(" method=", at);
        boolean coded = !fields.get("code").isEmpty();
        int status = fields.status("status");
        long service = Figures.duration(fields.get("service"));
        long connect = Figures.duration(fields.get("connect"));
        Draft draft =
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(
                                coded
                                        ? text.substring(at, method < 0 ? text.length() : method)
                                        : "")
                        .request(fields.get("method") + " " + fields.get("path"))
                        .host(fields.get("host"))
                        .client(fields.get("fwd"))
                        .id(fields.get("request_id"))
                        .route(fields.get("dyno"))
                        .status(status)
                        .millis(service < 0 ? connect : service + Math.max(connect, 0))
                        .pid(line.pid());
        if (!coded) {
            draft.upstreamStatus(status);
            StatusSigns.of(draft, status, true);
        }
        return draft.done();
    }
}

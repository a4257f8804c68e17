package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// What Go's `log` package writes: a time such as `2026/01/02 03:04:05`, then words.
final class GoText implements Dialect {
    @Override
    public String id() {
        return "go-log";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        boolean ours = text.length() > 20 && text.charAt(4) == '/' && text.charAt(7) == '/';
        if (!ours || !Figures.digit(text.charAt(0))) return Optional.empty();
        Clock.Stamp stamp = clock.at(text, 0);
        if (!stamp.found() || text.startsWith(" [", stamp.end())) return Optional.empty();
        String message = text.substring(stamp.end()).strip();
        return Optional.of(
                Entry.of(id())
                        .at(stamp.micros())
                        .message(message)
                        .upstream(Peer.in(message))
                        .pid(line.pid())
                        .done());
    }
}

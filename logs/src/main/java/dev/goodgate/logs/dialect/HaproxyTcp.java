package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// HAProxy's TCP log.
///
/// ```
/// client:port [time] frontend backend/server Tw/Tc/Tt octets state connections queues
/// ```
final class HaproxyTcp implements Dialect {
    @Override
    public String id() {
        return "haproxy-tcp";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (!HaproxyLine.joins(text, 3)) return Optional.empty();
        HaproxyLine words = new HaproxyLine(text);
        int times = words.joined(0, 3);
        if (times < 1 || Shape.count(words.word(times + 1)) < 0) return Optional.empty();
        String state = words.word(times + 2);
        if (!HaproxyLine.state(state, 2)) return Optional.empty();
        Draft draft =
                words.draft(id(), line, clock, words.server(times))
                        .millis(HaproxyLine.part(words.word(times), 2));
        HaproxyLine.sign(draft, state, -1);
        if (words.word(words.server(times)).endsWith("/<NOSRV>")) draft.sign("haproxy.nosrv");
        return Optional.of(draft.done());
    }
}

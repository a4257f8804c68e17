package dev.goodgate.logs;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Scan;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.story.Stories;
import dev.goodgate.logs.story.Story;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// From logs to stories: the door of this room.
public final class Explanation {
    private Explanation() {}

    /// What a pasted text tells, a line or a few. Times without a zone are taken in this machine's.
    public static List<Story> ofText(String name, String text) {
        ZoneId zone = ZoneId.systemDefault();
        Clock clock = new Clock(zone, LocalDate.now(zone));
        try (Scan scan = new Scan(clock, Span.ALL, 1)) {
            scan.text(name, text);
            return Stories.of(scan.tally());
        }
    }
}

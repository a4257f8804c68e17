package dev.goodgate.logs;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Coverage;
import java.util.List;

/// What logs told: the stories, those with most impact first; what was read and what was not; the
/// clock by which times were read; and how long it took, in microseconds.
public record Explained(
        List<Story> stories, Coverage coverage, List<Skipped> skipped, Clock clock, long micros) {
    public Explained {
        stories = List.copyOf(stories);
        skipped = List.copyOf(skipped);
    }
}

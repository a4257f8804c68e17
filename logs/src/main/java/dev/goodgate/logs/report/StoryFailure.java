package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.Evidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import java.util.ArrayList;
import java.util.List;

/// A story as the failure that `diagnosis` knows: its symptom and evidence choose remedies by
/// platform and fill addresses into them.
final class StoryFailure {
    private static final int MOST_LINES = 4;

    private StoryFailure() {}

    static Failure of(Story story) {
        List<Evidence> evidence = new ArrayList<>();
        List<Group> telling = story.telling();
        for (Group group : telling) {
            String upstream = group.key().upstream();
            if (upstream.isEmpty()) continue;
            evidence.add(new Evidence.Endpoint(url(group.key().scheme(), upstream), ""));
            break;
        }
        boolean contained = telling.stream().anyMatch(Group::contained);
        String writer = telling.getFirst().key().dialect();
        if (writer.isEmpty()) writer = telling.getFirst().key().writer();
        for (Quote quote : story.evidence(MOST_LINES)) {
            evidence.add(
                    new Evidence.LogLine(contained ? "dockerd " + writer : writer, quote.text()));
        }
        return Failure.of(story.symptom(), "", List.of(), evidence);
    }

    private static String url(String scheme, String upstream) {
        if (upstream.startsWith("/")) return "unix:" + upstream;
        return (scheme.isEmpty() ? "http" : scheme) + "://" + upstream;
    }
}

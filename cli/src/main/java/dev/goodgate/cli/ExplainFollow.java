package dev.goodgate.cli;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.find.Journal;
import dev.goodgate.logs.find.Running;
import dev.goodgate.logs.follow.Follow;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Coverage;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// `goodgate explain --follow`: reads on until the input ends or somebody stops it, and prints each
/// story as it forms, and again when it grew tenfold or its cause changed.
final class ExplainFollow {
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Question question;
    private final ExplainPaper paper;
    private final AtomicInteger told = new AtomicInteger();

    private ExplainFollow(Question question, ExplainPaper paper) {
        this.question = question;
        this.paper = paper;
    }

    /// Ends with 1 when a story was told, as reading to the end does.
    static Exit run(ExplainInputs inputs, Question question, ExplainPaper paper)
            throws IOException {
        return new ExplainFollow(question, paper).run(inputs);
    }

    private Exit run(ExplainInputs inputs) throws IOException {
        Follow follow =
                new Follow(question, new Opener(System.in), InstantSource.system(), this::tell);
        follow.operands(inputs.followed(question));
        Thread farewell = Thread.ofPlatform().unstarted(() -> end(follow));
        Runtime.getRuntime().addShutdownHook(farewell);
        if (inputs.arguments().has(ExplainInputs.JOURNAL)) {
            String path = System.getenv().getOrDefault("PATH", "");
            try (Running journal = Journal.on(path).follow(question.span())) {
                follow.stream("journal", journal.output());
                follow.run();
            }
        } else {
            follow.run();
        }
        for (Skipped skipped : follow.skipped()) {
            inputs.terminal().say("explain: " + skipped.name() + ": " + skipped.detail());
        }
        return told.get() > 0 ? Exit.PROBLEM : Exit.FINE;
    }

    private static void end(Follow follow) {
        follow.stop();
        try {
            follow.awaitEnd(FAREWELL);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Story story, Coverage coverage) {
        Explained explained =
                new Explained(List.of(story), coverage, List.of(), question.clock(), 0);
        paper.print(story, told.incrementAndGet(), explained);
    }
}

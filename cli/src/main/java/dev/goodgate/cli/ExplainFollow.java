package dev.goodgate.cli;

import dev.goodgate.logs.Explained;
import dev.goodgate.logs.find.Attached;
import dev.goodgate.logs.find.Found;
import dev.goodgate.logs.find.Journal;
import dev.goodgate.logs.find.Running;
import dev.goodgate.logs.follow.Follow;
import dev.goodgate.logs.report.Visible;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Coverage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// `goodgate explain --follow`: reads on until the input ends or somebody stops it, and prints each
/// story as it forms, and again when it grew tenfold or its cause changed.
final class ExplainFollow {
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int MOST_NAMED = 10;
    private static final InstantSource CLOCK = InstantSource.system();

    private final Question question;
    private final ExplainPaper paper;
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

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
        Arguments arguments = inputs.arguments();
        boolean anywhere = ExplainInputs.anywhere(arguments);
        Instant now = Instant.now();
        try (Follow follow = new Follow(question, new Opener(System.in), CLOCK, listener(inputs));
                Opened opened = new Opened()) {
            if (anywhere) {
                Found found = inputs.found(question);
                follow.operands(found.operands());
                if (found.journal()) opened.add(journal(follow));
                found.skipped().forEach(follow::skip);
                if (!found.engines().isEmpty()) opened.add(containers(found, follow, now));
            } else {
                follow.operands(arguments.operands());
                if (arguments.has(ExplainInputs.JOURNAL)) opened.add(journal(follow));
            }
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(follow)));
            follow.run();
        }
        if (skipped.get() > MOST_NAMED) {
            inputs.terminal().say("explain: " + skipped + " inputs were left out in all");
        }
        return told.get() > 0 ? Exit.PROBLEM : Exit.FINE;
    }

    private Closeable journal(Follow follow) throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        Running journal = Journal.on(path).follow(question.span());
        follow.stream("journal", journal.output());
        return journal;
    }

    private Closeable containers(Found found, Follow follow, Instant now) {
        follow.hold();
        long asked = question.span().from();
        long from = asked == Long.MIN_VALUE ? now.toEpochMilli() * 1000 : asked;
        return found.followContainers(
                from,
                CLOCK,
                new Attached.Sink() {
                    @Override
                    public void stream(String name, InputStream lines) {
                        follow.stream(name, lines);
                    }

                    @Override
                    public void skip(Skipped one) {
                        follow.skip(one);
                    }
                });
    }

    private Follow.Listener listener(ExplainInputs inputs) {
        return new Follow.Listener() {
            @Override
            public void formed(Story story, Coverage coverage) {
                tell(story, coverage);
            }

            @Override
            public void skipped(Skipped one) {
                if (skipped.incrementAndGet() > MOST_NAMED) return;
                String sentence = "explain: " + one.name() + ": " + one.detail();
                inputs.terminal().say(Visible.of(sentence));
            }
        };
    }

    /// What is open as long as it is followed.
    private static final class Opened implements AutoCloseable {
        private final List<Closeable> all = new ArrayList<>();

        void add(Closeable one) {
            all.add(one);
        }

        @Override
        public void close() throws IOException {
            for (Closeable one : all) one.close();
        }
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

package dev.goodgate.logs.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Coverage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A real follower on a thread of its own, and what it told.
final class Following implements AutoCloseable {
    private static final long LIMIT_SECONDS = 20;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Follow follow;

    /// A story as it was told: where its first line stands, how many failures, what it is.
    record Heard(String place, long failures, String symptom) {}

    Following(Span span) {
        this(span, InputStream.nullInputStream());
    }

    Following(Span span, InputStream standardInput) {
        this(span, standardInput, InstantSource.system());
    }

    Following(Span span, InputStream standardInput, InstantSource clock) {
        Clock times = new Clock(ZoneOffset.UTC, LocalDate.of(2026, 1, 6));
        Question question = new Question(times, span, Dialects.KNOWN, 1);
        follow = new Follow(question, new Opener(standardInput), clock, this::hear);
    }

    private void hear(Story story, Coverage coverage) {
        var where = story.evidence(1).getFirst().where();
        String name = where.source().substring(where.source().lastIndexOf('/') + 1);
        String place = name + ":" + coverage.number(where);
        heard.add(new Heard(place, story.failures(), story.symptom().id()));
    }

    Follow follow() {
        return follow;
    }

    Following of(Path... operands) {
        follow.operands(java.util.Arrays.stream(operands).map(Path::toString).toList());
        return this;
    }

    Following started() {
        Thread.ofVirtual().start(follow::run);
        return this;
    }

    Heard next() throws InterruptedException {
        Heard next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(next).describedAs("a story within %s s", LIMIT_SECONDS).isNotNull();
        return java.util.Objects.requireNonNull(next);
    }

    /// What is told when it ends, and nothing else.
    java.util.List<Heard> rest() throws InterruptedException {
        follow.stop();
        assertThat(follow.awaitEnd(Duration.ofSeconds(LIMIT_SECONDS))).isTrue();
        return java.util.List.copyOf(heard);
    }

    static void append(Path file, String text) throws IOException {
        Files.writeString(
                file,
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /// A line of nginx about an upstream that refuses.
    static String refused(String upstream) {
        return "2026/01/05 06:07:08 [error] 7#7: *1 connect() failed (111: Connection refused) while"
                + " connecting to upstream, client: 192.0.2.1, server: shop.test, request: \"GET /"
                + " HTTP/1.1\", upstream: \"http://"
                + upstream
                + "/\", host: \"shop.test\"\n";
    }

    @Override
    public void close() {
        follow.close();
    }
}

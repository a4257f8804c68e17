package dev.goodgate.logs;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Question;
import dev.goodgate.logs.scan.Scan;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.source.Input;
import dev.goodgate.logs.source.Listing;
import dev.goodgate.logs.source.Opened;
import dev.goodgate.logs.source.Opener;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import dev.goodgate.logs.story.Stories;
import dev.goodgate.logs.story.Story;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From logs to stories: the door of this room. Inputs are handed in by one thread, one after the
/// other; others may ask how far it is. Close it when done.
public final class Explanation implements AutoCloseable {
    private final Question question;
    private final Scan scan;
    private final List<Skipped> skipped = new ArrayList<>();
    private final long started = System.nanoTime();

    /// Begins to read the catalogue that every explanation needs, beside what the caller does: a
    /// pasted line is answered sooner.
    public static void prepare() {
        Thread.ofPlatform().name("signs").daemon().start(() -> Signs.ALL.all());
    }

    /// Nothing is read yet.
    public Explanation(Question question) {
        this.question = question;
        scan = new Scan(question);
    }

    /// Everything, in every known format, on all processors, the same on every machine.
    private static Question everything() {
        Clock clock = new Clock(ZoneOffset.UTC, LocalDate.now(ZoneOffset.UTC));
        int threads = Runtime.getRuntime().availableProcessors();
        return new Question(clock, Span.ALL, Dialects.KNOWN, threads);
    }

    /// What a pasted text tells, a line or a few. Times without a zone are taken as UTC.
    public static List<Story> ofText(String name, String text) {
        try (Explanation explanation = new Explanation(everything())) {
            explanation.text(name, text);
            return explanation.done().stories();
        }
    }

    /// Reads a pasted text.
    public void text(String name, String text) {
        scan.text(name, text);
    }

    /// Reads what is listed. What cannot be read, or not to its end, is noted and named.
    public void read(Listing listing, Opener opener) {
        skipped.addAll(listing.skipped());
        for (Input input : listing.inputs()) {
            switch (opener.open(input)) {
                case Skipped one -> skipped.add(one);
                case Opened opened -> read(opened);
            }
        }
    }

    private void read(Opened opened) {
        try (opened) {
            Optional<Path> plain = opened.plain();
            if (plain.isPresent()) scan.file(opened.name(), plain.get());
            else scan.stream(opened.name(), opened.stream());
            opened.broken().ifPresent(skipped::add);
        } catch (IOException failed) {
            skipped.add(
                    new Skipped(opened.name(), Why.BROKEN, String.valueOf(failed.getMessage())));
        }
    }

    /// Reads a stream of text under that name.
    public void stream(String name, InputStream stream) {
        try {
            scan.stream(name, stream);
        } catch (IOException failed) {
            skipped.add(new Skipped(name, Why.BROKEN, String.valueOf(failed.getMessage())));
        }
    }

    /// Notes something that could not be read.
    public void skip(Skipped one) {
        skipped.add(one);
    }

    /// How many octets were searched so far. For any thread.
    public long octets() {
        return scan.octets();
    }

    /// What all of it tells. More may be read afterwards, and asked again.
    public Explained done() {
        var tally = scan.tally();
        long micros = (System.nanoTime() - started) / 1000;
        return new Explained(
                Stories.of(tally), tally.coverage(), skipped, question.clock(), micros);
    }

    @Override
    public void close() {
        scan.close();
    }
}

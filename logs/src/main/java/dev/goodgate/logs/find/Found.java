package dev.goodgate.logs.find;

import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What there is to read on a machine, what may not be read, and what could not be looked into.
/// `operands` are the files, as the command line would name them; `engines` run containers.
public record Found(
        List<String> operands,
        List<Place> places,
        List<Denied> denied,
        List<Engine> engines,
        List<Skipped> skipped) {
    private static final Duration LOOK = Duration.ofSeconds(5);

    public Found {
        engines = List.copyOf(engines);
        skipped = List.copyOf(skipped);
        operands = List.copyOf(operands);
        places = List.copyOf(places);
        denied = List.copyOf(denied);
    }

    /// Whether the journal is among the places.
    public boolean journal() {
        return places.stream().anyMatch(Place.Journal.class::isInstance);
    }

    /// Reads the output of the containers, as much of it as the engine keeps, at most the last 20
    /// 000 lines of each. What fails, and what could not be looked into, is noted there.
    public void readContainers(Explanation explanation, Span span) {
        skipped.forEach(explanation::skip);
        for (Place place : places) {
            if (place instanceof Place.Container container) read(container, explanation, span);
        }
    }

    /// Follows the output of the containers that run, or will, but of those whose files are among
    /// the operands: from that time on, in microseconds since 1970. Close what it returns.
    public Attached followContainers(long fromMicros, InstantSource clock, Attached.Sink sink) {
        Set<String> read = new HashSet<>();
        for (String operand : operands) read.addAll(List.of(operand.split("/", -1)));
        Instant from = Instant.EPOCH.plus(fromMicros, ChronoUnit.MICROS);
        return new Attached(engines, read, from, clock, sink).every(LOOK);
    }

    private static void read(Place.Container container, Explanation explanation, Span span) {
        Engine engine = container.engine();
        String name = engine.name() + ":" + container.name();
        try (InputStream output = engine.output(container, span)) {
            explanation.stream(name, output);
        } catch (IOException failed) {
            explanation.skip(new Skipped(name, Why.BROKEN, String.valueOf(failed.getMessage())));
        }
    }
}

package dev.goodgate.logs.find;

import dev.goodgate.logs.Explanation;
import dev.goodgate.logs.scan.Span;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.source.Why;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// What there is to read on a machine, and what may not be read. `operands` are the files, as the
/// command line would name them.
public record Found(List<String> operands, List<Place> places, List<Denied> denied) {
    public Found {
        operands = List.copyOf(operands);
        places = List.copyOf(places);
        denied = List.copyOf(denied);
    }

    /// Whether the journal is among the places.
    public boolean journal() {
        return places.stream().anyMatch(Place.Journal.class::isInstance);
    }

    /// Reads the output of the containers, as much of it as the engine keeps, at most the last 20
    /// 000 lines of each. What fails is noted there.
    public void readContainers(Explanation explanation, Span span) {
        for (Place place : places) {
            if (place instanceof Place.Container container) read(container, explanation, span);
        }
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

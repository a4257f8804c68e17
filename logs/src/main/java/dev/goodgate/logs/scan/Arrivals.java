package dev.goodgate.logs.scan;

import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Tally;
import java.util.function.Predicate;

/// Searches lines as they are written, of many inputs, into one tally. Memory stays the same
/// however long it goes on, as long as what is past is forgotten. For one thread.
public final class Arrivals {
    private final Tally tally = new Tally();
    private final LineReader reader;

    /// Reads lines as the question says, on one thread.
    public Arrivals(Question question) {
        reader = new LineReader(question, tally);
    }

    /// The input of that name, of which so many lines came before.
    public Inflow of(String source, long linesBefore) {
        return new Inflow(reader, tally.coverage(), source, linesBefore);
    }

    /// All that was seen and is not forgotten. Owned by this, for the same thread.
    public Tally tally() {
        return tally;
    }

    /// Forgets what is past, and of what was read all but what the numbers of quoted lines need.
    public void forget(Predicate<Group> past) {
        tally.forget(past);
    }
}

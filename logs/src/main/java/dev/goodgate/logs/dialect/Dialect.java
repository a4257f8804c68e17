package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// One format that servers log in. Recognised by content alone. Stateless; safe for any thread. A
/// dialect reads what stands in fields; what stands in words is found by signs.
public interface Dialect {

    /// The stable kebab-case id, such as `nginx-error`.
    String id();

    /// What the line says, or empty when it is not of this format. Called for each line that may
    /// matter, so a line of another format is refused within a few comparisons. Never throws,
    /// whatever the line holds: a field cut short or out of range is left out. The clock reads its
    /// times.
    Optional<Entry> read(Line line, Clock clock);
}

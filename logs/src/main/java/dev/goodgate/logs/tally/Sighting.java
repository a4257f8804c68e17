package dev.goodgate.logs.tally;

import dev.goodgate.logs.dialect.Entry;
import dev.goodgate.logs.line.Line;
import dev.goodgate.logs.sign.Sign;

/// One sign in one line: the line without wrappers, its fields, where it stands.
public record Sighting(Sign sign, Line line, Entry entry, Quote quote) {}

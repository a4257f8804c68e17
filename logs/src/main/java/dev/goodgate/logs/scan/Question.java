package dev.goodgate.logs.scan;

import dev.goodgate.logs.dialect.Dialects;
import dev.goodgate.logs.line.Clock;

/// How logs are read: times by that clock, only what lies in that span, in those formats, on so
/// many threads.
public record Question(Clock clock, Span span, Dialects dialects, int threads) {}

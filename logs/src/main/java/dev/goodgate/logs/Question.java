package dev.goodgate.logs;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.scan.Span;

/// How logs are read: times by that clock, only what lies in that span, on so many threads.
public record Question(Clock clock, Span span, int threads) {}

package dev.goodgate.gateway.record;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Time and randomness as handed in by the composition root: milliseconds since 1970, monotonic
/// nanoseconds on the scale of [ExchangeRecord]'s times, and a cryptographically strong source for
/// incident ids that is safe for any thread.
public record Clocks(LongSupplier epochMillis, LongSupplier nanos, RandomGenerator random) {}

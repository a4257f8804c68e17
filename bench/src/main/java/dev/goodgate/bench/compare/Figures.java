package dev.goodgate.bench.compare;

/// What one gateway cost in one workload: medians over the rounds.
///
/// @param cpuMicros CPU per request
/// @param cpuSpread half the range of that, in percent
/// @param p50Micros at the open-loop rate
/// @param p99Micros at the open-loop rate
/// @param openErrors answers missing, wrong or short in the open loop
/// @param voided rounds thrown away for errors or short bodies
/// @param steady whether the warm-up ended with two rounds less than five percent apart
record Figures(
        double cpuMicros,
        double cpuSpread,
        double requestsPerSecond,
        long p50Micros,
        long p99Micros,
        long openErrors,
        long rssKiB,
        int voided,
        boolean steady) {}

package dev.goodgate.bench.figure;

import java.time.Duration;

/// Slows a reader down to a number of octets a second; 0: not at all.
final class Pace {
    private final long octetsPerSecond;
    private final Tools tools;
    private final long start;
    private long taken;

    Pace(long octetsPerSecond, Tools tools) {
        this.octetsPerSecond = octetsPerSecond;
        this.tools = tools;
        this.start = tools.nanoTime().getAsLong();
    }

    /// Notes octets taken, and waits while they are ahead of the rate.
    void take(int octets) {
        taken += octets;
        if (octetsPerSecond > 0) {
            long due = start + (long) (taken * (1e9 / octetsPerSecond));
            long ahead = due - tools.nanoTime().getAsLong();
            if (ahead > 1_000_000) {
                tools.pause(Duration.ofNanos(ahead));
            }
        }
    }
}

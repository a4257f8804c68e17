package dev.goodgate.lab.valid;

import java.util.List;

/// What came of valid traffic.
///
/// @param requests that were sent
/// @param responses among their answers that were generated ones
/// @param refused not carried: answered by the gateway itself, or by nobody
/// @param altered changed on the way beyond the written normalisation, in either direction
/// @param samples the first of them, in words
public record Tally(int requests, int responses, long refused, long altered, List<String> samples) {
    public Tally {
        samples = List.copyOf(samples);
    }

    /// Nothing refused, nothing altered.
    public boolean clean() {
        return refused == 0 && altered == 0;
    }
}

package dev.goodgate.lab.valid;

/// How much valid traffic is sent.
///
/// @param seed the same seed is the same traffic
/// @param requests how many requests, each one generated
/// @param responses how many of their answers are generated; the others are plain
/// @param clients connections at once
public record Demand(long seed, int requests, int responses, int clients) {
    public Demand {
        if (requests < 1 || responses < 0 || responses > requests || clients < 1) {
            throw new IllegalArgumentException(
                    "requests " + requests + ", responses " + responses + ", clients " + clients);
        }
    }

    /// Whether the answer to that request is a generated one.
    boolean answersAtLarge(int number) {
        return (long) number * responses / requests != (number + 1L) * responses / requests;
    }
}

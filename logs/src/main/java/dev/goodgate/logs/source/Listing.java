package dev.goodgate.logs.source;

import java.util.List;

/// What the operands came to: inputs in the order to read them, the oldest of a log first, and what
/// is left out.
public record Listing(List<Input> inputs, List<Skipped> skipped) {
    public Listing {
        inputs = List.copyOf(inputs);
        skipped = List.copyOf(skipped);
    }
}

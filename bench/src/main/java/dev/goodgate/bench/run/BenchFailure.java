package dev.goodgate.bench.run;

/// A measurement that could not be made; the message says what was seen. It ends the run.
public final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// With a sentence for the person who runs the benchmark.
    public BenchFailure(String message) {
        super(message);
    }
}

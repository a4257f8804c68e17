package dev.goodgate.bench.figure;

/// One promised figure: how it is measured and when it counts as reached. Bounded in time.
interface Figure {
    /// The word that names it on the command line.
    String name();

    /// What is promised, in one line.
    String demand();

    /// Measures it. A measurement that could not be made throws a `BenchFailure`.
    Measured measure(Tools tools);
}

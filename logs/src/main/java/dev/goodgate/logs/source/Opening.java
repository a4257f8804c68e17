package dev.goodgate.logs.source;

/// What came of opening an input: a stream of text, or the reason why there is none.
public sealed interface Opening permits Opened, Skipped {}

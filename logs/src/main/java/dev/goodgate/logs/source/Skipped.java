package dev.goodgate.logs.source;

/// An input that was not read, or not to its end. `name` is as the user or the folder names it;
/// `detail` says in a few words what was found and, where something helps, what.
public record Skipped(String name, Why why, String detail) implements Opening {}

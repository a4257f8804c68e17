package dev.goodgate.diagnosis.cause;

/// One thing to do about a cause. `command` is a line to paste into a shell, or empty.
public record Remedy(Audience audience, String text, String command) {}

package dev.goodgate.diagnosis.cause;

import java.util.Set;

/// One thing to do about a cause, or to look at to be sure of it. `platforms` it is for, none for
/// any. `risk` is what to mind about it, or empty. `command` is a line to copy, into a shell unless
/// the text says otherwise, or empty.
public record Remedy(
        Audience audience, Set<Platform> platforms, String text, String risk, String command) {
    public Remedy {
        platforms = Set.copyOf(platforms);
    }

    /// Whether it is for any platform, or one of these.
    boolean suits(Set<Platform> named) {
        return platforms.isEmpty() || platforms.stream().anyMatch(named::contains);
    }

    /// As said about one failure: slots filled, the risk told with the advice.
    Remedy about(Target target, Words words) {
        String advice = risk.isEmpty() ? text : text + " " + risk;
        return new Remedy(
                audience, platforms, target.sentence(advice, words), "", target.command(command));
    }
}

package dev.goodgate.logs.rule;

/// Something that the lines of a story say together, or that their fields say beyond their words.
/// Stateless, for any thread.
public interface Rule {
    /// The stable kebab-case id; texts say by it why the rule speaks.
    String id();

    /// Speaks for or against causes, or not at all.
    void weigh(Facts facts, Beliefs beliefs);
}

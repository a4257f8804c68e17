package dev.goodgate.diagnosis.answer;

/// How much an answer may tell.
public enum Exposure {
    /// Status, symptom, hop, phase, incident and advice for visitors. No address, name of an
    /// upstream, detail, target of an attempt or quoted evidence.
    PUBLIC,
    /// All of it: for operators on their own machine.
    FULL
}

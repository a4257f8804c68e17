package dev.goodgate.diagnosis.answer;

/// The places of a template that differ from answer to answer.
enum Slot {
    STATUS,
    PHRASE,
    INCIDENT,
    /// As RFC 3339 writes it, and as people read it.
    TIME,
    TIME_TEXT,
    /// The id of the hop, and what people call it.
    HOP,
    HOP_NAME,
    /// The id of the phase, and what people call it.
    PHASE,
    PHASE_NAME,
    /// As JSON writes it, and as people read it.
    RETRYABLE,
    RETRYABLE_TEXT,
    /// The sentence of problem details: more exact for operators.
    DETAIL,
    ATTEMPTS,
    CAUSES,
    /// The drawing of visitor, gateway and application.
    DRAWING,
    /// How to repeat the request, or nothing.
    RETRY,
    /// What only operators see, or nothing.
    OPERATOR
}

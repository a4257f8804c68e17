package dev.goodgate.diagnosis;

import java.util.Optional;

/// One reason why symptoms arise. A cause looks at facts and answers with its confidence, or not at
/// all. Stateless; safe for any thread.
public interface Cause {

    /// The stable kebab-case id, such as `upstream-not-listening`.
    String id();

    /// How sure the evidence makes us, empty when this cause does not fit.
    Optional<Confidence> judge(Failure failure);

    /// How sure a cause is.
    enum Confidence {
        /// The evidence proves it.
        CONFIRMED,
        /// More likely than not.
        LIKELY,
        /// Worth checking.
        POSSIBLE
    }
}

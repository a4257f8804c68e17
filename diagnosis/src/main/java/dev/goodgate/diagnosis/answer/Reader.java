package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.text.Language;

/// Who reads an answer: in which format and language, how much they may see, and whether the
/// request was of an idempotent method, so that the page may offer to repeat it.
public record Reader(Format format, Language language, Exposure exposure, boolean idempotent) {

    /// A member of the public who said nothing about themselves.
    public static final Reader UNKNOWN =
            new Reader(Format.PROBLEM, Language.ENGLISH, Exposure.PUBLIC, false);
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.text.Language;

/// What stands in a sentence for a slot nobody can fill: `words.properties`, one for each slot that
/// sentences may have.
record Words(String address, String name, String config, String limit) {
    static Words in(Language language) {
        CauseFile file = CauseFile.of("words");
        return new Words(
                file.text("address", language),
                file.text("name", language),
                file.text("config", language),
                file.text("limit", language));
    }
}

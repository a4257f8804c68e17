package dev.goodgate.http;

/// Which rules a section of field lines is held to, by where it stands.
enum FieldRules {
    REQUEST(
            Rule.REQUEST_BARE_CR,
            Rule.REQUEST_BARE_LF,
            Rule.FOLD,
            Rule.FIELD_NAME,
            Rule.FIELD_VALUE,
            Rule.HEAD_SIZE,
            Rule.FIELD_LENGTH,
            Rule.FIELD_COUNT),
    /// Bare LF, folds and space before the colon are repaired.
    RESPONSE(
            Rule.RESPONSE_BARE_CR,
            Rule.RESPONSE_BARE_CR,
            Rule.RESPONSE_FIRST_LINE,
            Rule.RESPONSE_FIELD_NAME,
            Rule.RESPONSE_FIELD_VALUE,
            Rule.RESPONSE_HEAD_SIZE,
            Rule.RESPONSE_FIELD_LENGTH,
            Rule.RESPONSE_FIELD_COUNT),
    TRAILER(
            Rule.TRAILER_BARE_CR,
            Rule.TRAILER_BARE_LF,
            Rule.TRAILER_FOLD,
            Rule.TRAILER_NAME,
            Rule.TRAILER_VALUE,
            Rule.TRAILER_SIZE,
            Rule.TRAILER_SIZE,
            Rule.TRAILER_COUNT);

    final Rule bareCr;
    final Rule bareLf;
    final Rule fold;
    final Rule name;
    final Rule value;
    final Rule sectionSize;
    final Rule fieldSize;
    final Rule count;

    FieldRules(
            Rule bareCr,
            Rule bareLf,
            Rule fold,
            Rule name,
            Rule value,
            Rule sectionSize,
            Rule fieldSize,
            Rule count) {
        this.bareCr = bareCr;
        this.bareLf = bareLf;
        this.fold = fold;
        this.name = name;
        this.value = value;
        this.sectionSize = sectionSize;
        this.fieldSize = fieldSize;
        this.count = count;
    }
}

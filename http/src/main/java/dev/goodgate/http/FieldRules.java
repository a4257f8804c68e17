package dev.goodgate.http;

/// Which rules a section of field lines is held to, by where it stands.
///
/// @param bareCr a CR that no LF follows
/// @param bareLf an LF without CR; never broken by responses
/// @param fold a line that begins with white space; in responses only the first line can break it
/// @param name a line that does not begin with a token and a colon
/// @param value an octet no value has
/// @param sectionSize all lines together
/// @param fieldSize one line
/// @param count the number of lines
record FieldRules(
        Rule bareCr,
        Rule bareLf,
        Rule fold,
        Rule name,
        Rule value,
        Rule sectionSize,
        Rule fieldSize,
        Rule count) {

    static final FieldRules REQUEST =
            new FieldRules(
                    Rule.REQUEST_BARE_CR,
                    Rule.REQUEST_BARE_LF,
                    Rule.FOLD,
                    Rule.FIELD_NAME,
                    Rule.FIELD_VALUE,
                    Rule.HEAD_SIZE,
                    Rule.FIELD_LENGTH,
                    Rule.FIELD_COUNT);

    /// Bare LF, folds and space before the colon are repaired.
    static final FieldRules RESPONSE =
            new FieldRules(
                    Rule.RESPONSE_BARE_CR,
                    Rule.RESPONSE_BARE_CR,
                    Rule.RESPONSE_FIRST_LINE,
                    Rule.RESPONSE_FIELD_NAME,
                    Rule.RESPONSE_FIELD_VALUE,
                    Rule.RESPONSE_HEAD_SIZE,
                    Rule.RESPONSE_FIELD_LENGTH,
                    Rule.RESPONSE_FIELD_COUNT);

    static final FieldRules TRAILER =
            new FieldRules(
                    Rule.TRAILER_BARE_CR,
                    Rule.TRAILER_BARE_LF,
                    Rule.TRAILER_FOLD,
                    Rule.TRAILER_NAME,
                    Rule.TRAILER_VALUE,
                    Rule.TRAILER_SIZE,
                    Rule.TRAILER_SIZE,
                    Rule.TRAILER_COUNT);
}

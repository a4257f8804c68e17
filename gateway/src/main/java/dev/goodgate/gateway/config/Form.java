package dev.goodgate.gateway.config;

/// What a text of the configuration must look like. Each form judges one text and says, when it is
/// wrong, what was expected and how to write it.
public enum Form {
    /// A file; one that is not absolute is looked for beside the configuration.
    FILE,
    /// Any text without control octets other than line ends and tabs.
    TEXT,
    /// A language we have texts for.
    LANGUAGE,
    /// A name for logs and metrics.
    LABEL,
    /// Where to listen: `host:port`, `[v6]:port`, `unix:/path`.
    ADDRESS,
    /// An upstream's endpoint.
    ENDPOINT,
    /// A name server: `ip` or `ip:port`.
    NAME_SERVER,
    /// A network in CIDR form.
    NETWORK,
    /// A host name or address, without port.
    HOST,
    /// A host name, or `*.` and a name.
    HOST_PATTERN,
    /// What a Host field holds: a host, with or without port.
    AUTHORITY,
    /// An absolute path without query.
    PATH,
    /// A regular expression for RE2.
    REGEX,
    /// Where a redirect leads.
    PLACE,
    /// A request method.
    METHOD,
    /// A field name.
    FIELD_NAME,
    /// A field value.
    FIELD_VALUE,
    /// A field to look for: the name is a map's key, the value its text.
    FIELD,
    /// A field to write: as [#FIELD], but none that frames the message.
    FIELD_CHANGE;

    /// Judges a text.
    Parsed judge(String text) {
        return switch (this) {
            case FILE -> PlainTexts.file(text);
            case TEXT -> PlainTexts.text(text);
            case LANGUAGE -> PlainTexts.language(text);
            case LABEL -> PlainTexts.label(text);
            case ADDRESS -> Addresses.listen(text);
            case ENDPOINT -> Addresses.endpoint(text);
            case NAME_SERVER -> Addresses.nameServer(text);
            case NETWORK -> Addresses.network(text);
            case HOST -> Hosts.name(text);
            case HOST_PATTERN -> Hosts.pattern(text);
            case AUTHORITY -> Hosts.authority(text);
            case PATH -> Paths.path(text);
            case REGEX -> Paths.regex(text);
            case PLACE -> Paths.place(text);
            case METHOD -> Fields.method(text);
            case FIELD_NAME -> Fields.changedName(text);
            case FIELD_VALUE -> Fields.value(text);
            case FIELD -> Fields.value(text);
            case FIELD_CHANGE -> Fields.value(text);
        };
    }

    /// Judges the key of a map entry.
    Parsed judgeName(String name) {
        if (this == FIELD) {
            return Fields.name(name);
        }
        return this == FIELD_CHANGE ? Fields.changedName(name) : PlainTexts.word(name);
    }
}

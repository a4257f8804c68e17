package dev.goodgate.http;

/// Every rule of HTTP/1 whose breach ends a message, with its section and the answer it leads to.
///
/// Requests are judged by [#status()], responses by [#kind()]. The rules of chunks and trailers
/// serve both directions.
public enum Rule {
    EMPTY_LINES("request-line.empty-lines", "RFC 9112 section 2.2"),
    FIRST_OCTET("request-line.first-octet", "RFC 9112 section 3"),
    REQUEST_BARE_CR("request.bare-cr", "RFC 9112 section 2.2"),
    REQUEST_BARE_LF("request.bare-lf", "RFC 9112 section 2.2"),
    REQUEST_LINE_LENGTH("request-line.length", "RFC 9112 section 3", 414, Kind.TARGET_TOO_LONG),
    REQUEST_LINE_WORDS("request-line.words", "RFC 9112 section 3"),
    METHOD("request-line.method", "RFC 9110 section 9.1"),
    METHOD_LENGTH("request-line.method-length", "RFC 9112 section 3", 501, Kind.NOT_IMPLEMENTED),
    TARGET_OCTETS("request-target.octets", "RFC 9112 section 3.2"),
    REQUEST_VERSION("request-line.version", "RFC 9112 section 2.3"),
    REQUEST_MAJOR("request-line.major-version", "RFC 9110 section 15.6.6", 505, Kind.VERSION),
    HEAD_SIZE("head.size", "RFC 6585 section 5", 431, Kind.HEAD_TOO_LARGE),
    FIELD_COUNT("head.field-count", "RFC 6585 section 5", 431, Kind.HEAD_TOO_LARGE),
    FIELD_LENGTH("head.field-length", "RFC 6585 section 5", 431, Kind.HEAD_TOO_LARGE),
    FOLD("field.fold", "RFC 9112 section 5.2"),
    FIELD_NAME("field.name", "RFC 9112 section 5.1"),
    FIELD_VALUE("field.value", "RFC 9110 section 5.5"),
    HOST_MISSING("host.missing", "RFC 9112 section 3.2"),
    HOST_REPEATED("host.repeated", "RFC 9112 section 3.2"),
    HOST_EMPTY("host.empty", "RFC 9110 section 4.2.1"),
    HOST_SYNTAX("host.syntax", "RFC 3986 section 3.2"),
    HOST_LENGTH("host.length", "RFC 3986 section 3.2.2"),
    HOST_PORT("host.port", "RFC 3986 section 3.2.3"),
    HOST_IPV6("host.ipv6", "RFC 3986 section 3.2.2"),
    AUTHORITY_FORM("request-target.authority-form", "RFC 9112 section 3.2.3"),
    ASTERISK_FORM("request-target.asterisk-form", "RFC 9112 section 3.2.4"),
    TARGET_FORM("request-target.form", "RFC 9112 section 3.2"),
    FRAGMENT("request-target.fragment", "RFC 9112 section 3.2.1"),
    PATH_OCTETS("request-target.path", "RFC 3986 section 3.3"),
    QUERY_OCTETS("request-target.query", "RFC 3986 section 3.4"),
    CODING_AND_LENGTH("framing.coding-and-length", "RFC 9112 section 6.3"),
    CODING_IN_1_0("framing.coding-in-1.0", "RFC 9112 section 6.1"),
    REQUEST_CODING("framing.coding", "RFC 9112 section 6.3"),
    CODING_UNKNOWN("framing.coding-unknown", "RFC 9112 section 6.1", 501, Kind.NOT_IMPLEMENTED),
    LENGTH_REPEATED("framing.length-repeated", "RFC 9112 section 6.3"),
    LENGTH("framing.length", "RFC 9110 section 8.6"),
    EXPECTATION("expectation", "RFC 9110 section 10.1.1", 417, Kind.EXPECTATION),
    PATH_PERCENT("path.percent-encoding", "RFC 3986 section 2.1"),
    PATH_CONTROL("path.encoded-control", "RFC 9110 section 17.3"),
    PATH_OVERLONG("path.overlong-utf-8", "RFC 3629 section 10"),
    PATH_DOT_PARAMETER("path.dot-segment-parameter", "RFC 3986 section 3.3"),
    PATH_DOT_SEPARATOR("path.dot-segment-separator", "RFC 3986 section 2.2"),
    PATH_ABOVE_ROOT("path.above-root", "RFC 3986 section 5.2.4"),

    STATUS_LINE("status-line.protocol", "RFC 9112 section 4", Kind.STATUS_LINE),
    STATUS_VERSION("status-line.version", "RFC 9112 section 2.3", Kind.VERSION),
    STATUS_CODE("status-line.code", "RFC 9110 section 15", Kind.STATUS_LINE),
    REASON("status-line.reason", "RFC 9112 section 4", Kind.STATUS_LINE),
    STATUS_LINE_LENGTH("status-line.length", "RFC 9112 section 4", Kind.STATUS_LINE),
    RESPONSE_FIRST_LINE("response.first-field", "RFC 9112 section 2.2", Kind.FIELD),
    RESPONSE_FIELD_NAME("response.field-name", "RFC 9112 section 5.1", Kind.FIELD),
    RESPONSE_FIELD_VALUE("response.field-value", "RFC 9110 section 5.5", Kind.FIELD),
    RESPONSE_BARE_CR("response.bare-cr", "RFC 9112 section 2.2", Kind.FIELD),
    RESPONSE_HEAD_SIZE("response.head-size", "RFC 9110 section 5.4", Kind.SECTION_SIZE),
    RESPONSE_FIELD_LENGTH("response.field-length", "RFC 9110 section 5.4", Kind.FIELD_SIZE),
    RESPONSE_FIELD_COUNT("response.field-count", "RFC 9110 section 5.4", Kind.FIELD_COUNT),
    RESPONSE_LENGTHS_DIFFER("response.lengths-differ", "RFC 9112 section 6.3", Kind.FRAMING),
    RESPONSE_LENGTH("response.length", "RFC 9112 section 6.3", Kind.FRAMING),
    RESPONSE_CODING("response.coding", "RFC 9112 section 6.1", Kind.CODING),

    CHUNK_BARE_CR("chunk.bare-cr", "RFC 9112 section 7.1", Kind.CHUNK),
    CHUNK_BARE_LF("chunk.bare-lf", "RFC 9112 section 7.1", Kind.CHUNK),
    CHUNK_LINE_LENGTH("chunk.line-length", "RFC 9112 section 7.1.1", Kind.CHUNK),
    CHUNK_SIZE("chunk.size", "RFC 9112 section 7.1", Kind.CHUNK),
    CHUNK_EXTENSION("chunk.extension", "RFC 9112 section 7.1.1", Kind.CHUNK),
    CHUNK_END("chunk.end", "RFC 9112 section 7.1", Kind.CHUNK),
    TRAILER_BARE_CR("trailer.bare-cr", "RFC 9112 section 7.1.2", Kind.TRAILER),
    TRAILER_BARE_LF("trailer.bare-lf", "RFC 9112 section 7.1.2", Kind.TRAILER),
    TRAILER_FOLD("trailer.fold", "RFC 9112 section 7.1.2", Kind.TRAILER),
    TRAILER_NAME("trailer.name", "RFC 9112 section 7.1.2", Kind.TRAILER),
    TRAILER_VALUE("trailer.value", "RFC 9112 section 7.1.2", Kind.TRAILER),
    TRAILER_SIZE("trailer.size", "RFC 6585 section 5", 431, Kind.TRAILER),
    TRAILER_COUNT("trailer.count", "RFC 6585 section 5", 431, Kind.TRAILER);

    /// The family of a rule: what kind of fault its breach is.
    public enum Kind {
        MALFORMED,
        TARGET_TOO_LONG,
        HEAD_TOO_LARGE,
        VERSION,
        NOT_IMPLEMENTED,
        EXPECTATION,
        STATUS_LINE,
        FIELD,
        SECTION_SIZE,
        FIELD_SIZE,
        FIELD_COUNT,
        FRAMING,
        CODING,
        CHUNK,
        TRAILER
    }

    private final String id;
    private final String section;
    private final int status;
    private final Kind kind;

    /// A rule of requests that ends in 400.
    Rule(String id, String section) {
        this(id, section, 400, Kind.MALFORMED);
    }

    /// A rule of responses or of content: 502 where an upstream broke it, 400 where a client did.
    Rule(String id, String section, Kind kind) {
        this(id, section, kind == Kind.CHUNK || kind == Kind.TRAILER ? 400 : 502, kind);
    }

    Rule(String id, String section, int status, Kind kind) {
        this.id = id;
        this.section = section;
        this.status = status;
        this.kind = kind;
    }

    /// The name shown to people and programs, such as `request-line.words`; never changes.
    public String id() {
        return id;
    }

    /// Where the rule is written, as `RFC 9112 section 3`.
    public String section() {
        return section;
    }

    /// The status to answer: to the client that broke it, or 502 for a rule of responses. For rules
    /// of chunks and trailers it is the client's; where an upstream broke one, it is 502.
    public int status() {
        return status;
    }

    /// The family, from which the symptom of a bad response follows.
    public Kind kind() {
        return kind;
    }
}

package dev.goodgate.status;

/// The reason phrases of HTTP status codes: those registered with IANA, and the few unofficial ones
/// that Goodgate writes to its own log. Stateless; safe for any thread; allocates nothing.
public final class StatusPhrases {
    private static final int CODES = 600;
    private static final String[] PHRASES = phrases();

    private StatusPhrases() {}

    /// The phrase of that code, such as `Bad Gateway` for 502. A code nobody registered gets the
    /// name of its class (RFC 9110 section 15); a number outside 100 to 599 gets `Unknown Status`.
    public static String phrase(int code) {
        if (code < 100 || code >= CODES) return "Unknown Status";
        String phrase = PHRASES[code];
        return phrase == null ? className(code) : phrase;
    }

    private static String className(int code) {
        return switch (code / 100) {
            case 1 -> "Informational";
            case 2 -> "Success";
            case 3 -> "Redirection";
            case 4 -> "Client Error";
            default -> "Server Error";
        };
    }

    private static String[] phrases() {
        String[] phrases = new String[CODES];
        for (String line : REGISTERED.lines().toList()) {
            phrases[Integer.parseInt(line.substring(0, 3))] = line.substring(4);
        }
        return phrases;
    }

    private static final String REGISTERED =
            """
            100 Continue
            101 Switching Protocols
            102 Processing
            103 Early Hints
            104 Upload Resumption Supported
            200 OK
            201 Created
            202 Accepted
            203 Non-Authoritative Information
            204 No Content
            205 Reset Content
            206 Partial Content
            207 Multi-Status
            208 Already Reported
            226 IM Used
            300 Multiple Choices
            301 Moved Permanently
            302 Found
            303 See Other
            304 Not Modified
            305 Use Proxy
            307 Temporary Redirect
            308 Permanent Redirect
            400 Bad Request
            401 Unauthorized
            402 Payment Required
            403 Forbidden
            404 Not Found
            405 Method Not Allowed
            406 Not Acceptable
            407 Proxy Authentication Required
            408 Request Timeout
            409 Conflict
            410 Gone
            411 Length Required
            412 Precondition Failed
            413 Content Too Large
            414 URI Too Long
            415 Unsupported Media Type
            416 Range Not Satisfiable
            417 Expectation Failed
            421 Misdirected Request
            422 Unprocessable Content
            423 Locked
            424 Failed Dependency
            425 Too Early
            426 Upgrade Required
            428 Precondition Required
            429 Too Many Requests
            431 Request Header Fields Too Large
            451 Unavailable For Legal Reasons
            499 Client Closed Request
            500 Internal Server Error
            501 Not Implemented
            502 Bad Gateway
            503 Service Unavailable
            504 Gateway Timeout
            505 HTTP Version Not Supported
            506 Variant Also Negotiates
            507 Insufficient Storage
            508 Loop Detected
            510 Not Extended
            511 Network Authentication Required
            """;
}

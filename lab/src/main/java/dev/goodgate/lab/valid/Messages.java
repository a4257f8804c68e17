package dev.goodgate.lab.valid;

import java.util.List;

/// The valid messages of one seed: the same number always gives the same message, so that both ends
/// of a gateway know it without asking each other.
///
/// @param seed of all
record Messages(long seed) {
    /// The field by which a request says its number.
    static final String NUMBER = "X-Number";

    private static final long REQUESTS = 0x9E3779B97F4A7C15L;
    private static final long RESPONSES = 0xC2B2AE3D27D4EB4FL;
    private static final String SEGMENT = "abcXYZ019-_~!$&'()*+,;=:@|^{}`";
    private static final String[] SENT = {
        "accept",
        "accept-encoding",
        "accept-language",
        "authorization",
        "cache-control",
        "cookie",
        "content-encoding",
        "content-language",
        "content-type",
        "dnt",
        "from",
        "if-match",
        "if-modified-since",
        "if-none-match",
        "origin",
        "pragma",
        "priority",
        "range",
        "referer",
        "sec-fetch-mode",
        "user-agent",
        "x-api-key",
        "x-requested-with"
    };
    private static final String[] ANSWERED = {
        "accept-ranges",
        "access-control-allow-origin",
        "age",
        "allow",
        "cache-control",
        "content-disposition",
        "content-language",
        "content-security-policy",
        "content-type",
        "etag",
        "expires",
        "last-modified",
        "link",
        "location",
        "retry-after",
        "server",
        "set-cookie",
        "strict-transport-security",
        "vary",
        "www-authenticate",
        "x-powered-by"
    };
    private static final String[] HOSTS = {
        "good.test", "a", "127.0.0.1:80", "[::1]", "[2001:db8::1]:8080", "x_y.test", "a.:1"
    };
    private static final int[] STATUS = {
        200, 200, 200, 200, 201, 202, 203, 204, 206, 226, 299, 300, 301, 302, 303, 304, 307, 308,
        400, 401, 403, 404, 409, 410, 418, 422, 429, 451, 499, 500, 501, 502, 503, 504, 599
    };

    /// Request number `number`.
    Message request(int number) {
        Draft draft = new Draft(seed + REQUESTS * number);
        String method =
                draft.oneOf(
                        "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "X-1");
        String host = draft.oneOf(HOSTS);
        String target = target(draft);
        String version = draft.oneIn(8) ? "HTTP/1.0" : draft.oneIn(20) ? "HTTP/1.2" : "HTTP/1.1";
        draft.endToEnd(SENT);
        draft.keep(NUMBER, Integer.toString(number));
        hops(draft, version);
        if (draft.oneIn(8)) draft.stop("x-forwarded-for", "192.0.2.7");
        if (draft.oneIn(8)) draft.stop("forwarded", "for=192.0.2.7");
        draft.stop("host", host);
        Body body = draft.body(uploaded(draft, version));
        draft.framing(body);
        String full = draft.oneIn(16) ? "http://" + host + target : target;
        return draft.message(
                draft.oneIn(8) ? "\r\n".repeat(1 + draft.below(4)) : "",
                method + " " + full + " " + version,
                List.of(method, target, version, host),
                body);
    }

    private static Body.Kind uploaded(Draft draft, String version) {
        if (draft.oneIn(2)) return Body.Kind.NONE;
        return version.equals("HTTP/1.0") || draft.oneIn(2) ? Body.Kind.LENGTH : Body.Kind.CHUNKED;
    }

    private static String target(Draft draft) {
        StringBuilder path = new StringBuilder();
        for (int n = 1 + draft.below(4); n > 0; n--) {
            path.append('/').append(draft.text(SEGMENT, 0, 10));
            if (draft.oneIn(6)) path.append(draft.oneOf("%20", "%C3%A9", "%41", "a.b", "%7E"));
            if (draft.oneIn(30)) path.append(draft.oneOf("/.", "/ab/..", "/..."));
        }
        return path + (draft.oneIn(2) ? "?" + draft.text(SEGMENT + "/?", 0, 30) : "");
    }

    /// Fields of this hop alone, and how they are named (RFC 9110 section 7.6.1).
    private static void hops(Draft draft, String version) {
        if (draft.oneIn(8)) draft.stop("keep-alive", "timeout=5");
        if (draft.oneIn(16)) draft.stop("proxy-connection", "keep-alive");
        boolean old = version.equals("HTTP/1.0");
        switch (draft.below(old ? 2 : 8)) {
            case 0 -> {
                String name = "x-hop-" + draft.text("abc", 1, 5);
                draft.stop("connection", old ? name : "keep-alive, " + name);
                draft.stop(name, "only here");
            }
            case 2 -> draft.stop("connection", "keep-alive");
            case 3 -> {
                draft.stop("connection", "upgrade");
                draft.stop("upgrade", "h2c");
            }
            default -> {}
        }
    }

    /// The answer to request number `number`; a HEAD gets its head alone.
    Message response(int number) {
        Draft draft = new Draft(seed + RESPONSES * number);
        int status = STATUS[draft.below(STATUS.length)];
        String version = draft.oneIn(5) ? "HTTP/1.0" : "HTTP/1.1";
        String reason = Draft.trimmed(draft.text(Draft.TOKEN + " \u00e9", 0, 20));
        draft.endToEnd(ANSWERED);
        if (draft.oneIn(2)) draft.keep("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
        hops(draft, version);
        if (draft.oneIn(8)) draft.stop("alt-svc", "h3=\":443\"");
        boolean bare = status == 204 || status == 304;
        Body body = draft.body(bare ? Body.Kind.NONE : answered(draft, version));
        draft.framing(body);
        boolean early = version.equals("HTTP/1.1") && draft.oneIn(10);
        return draft.message(
                early ? "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" : "",
                version + " " + status + " " + reason,
                List.of(version, Integer.toString(status), reason),
                body);
    }

    private static Body.Kind answered(Draft draft, String version) {
        if (draft.oneIn(6)) return Body.Kind.UNTIL_CLOSE;
        return version.equals("HTTP/1.0") || draft.oneIn(2) ? Body.Kind.LENGTH : Body.Kind.CHUNKED;
    }

    /// The plain answer of requests that are not about the answer.
    static Message plain() {
        return new Message(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                List.of("HTTP/1.1", "200", "OK"),
                List.of(),
                new Body(Body.Kind.LENGTH, "ok", "ok"));
    }
}

package dev.goodgate.gateway.config;

import java.util.List;
import java.util.Map;

/// One route: what it matches and what happens then. Exactly one of upstream, redirect, respond,
/// maintenance is set.
public record RouteSettings(
        @Key(
                        value = "",
                        form = Form.LABEL,
                        doc = "Name in logs and metrics; the match when absent.")
                String name,
        @Key(value = "{}", doc = "Which requests it takes.") Match match,
        @Key(value = "", form = Form.LABEL, doc = "Name of the upstream that answers.")
                String upstream,
        @Key(value = "{}", doc = "Answer with a redirect.") Redirect redirect,
        @Key(value = "{}", doc = "Answer with a fixed response.") Respond respond,
        @Key(value = "{}", doc = "Answer 503 with a static page.") Maintenance maintenance,
        @Key(value = "{}", doc = "Change host and path on the way to the upstream.")
                Rewrite rewrite,
        @Key(value = "{}", doc = "Change request fields on the way to the upstream.")
                FieldChanges requestFields,
        @Key(value = "{}", doc = "Change response fields on the way to the client.")
                FieldChanges responseFields,
        @Key(value = "{}", doc = "Error pages of this route's own, for browsers.")
                ErrorPageSettings errorPages,
        @Key(value = "64MiB", doc = "Largest request body; above it 413.") ByteSize maxBody,
        @Key(
                        value = "off",
                        doc =
                                "Total time for the exchange, all tries together, up to the last octet of the upstream.",
                        words = "off")
                java.time.Duration total,
        @Key(value = "gone", doc = "What a FIN from the client means while we wait: gone or serve.")
                HalfClose clientHalfClose,
        @Key(value = "drop", doc = "Trailer fields: drop or forward.") Trailers trailers,
        @Key(value = "true", doc = "Allow `Upgrade: websocket` to become a tunnel.")
                boolean websocket,
        @Key(value = "1h", doc = "A tunnel without octets either way is closed after this.")
                java.time.Duration tunnelIdle) {

    /// What a request must look like. Absent parts match everything.
    public record Match(
            @Key(
                            value = "[]",
                            form = Form.HOST_PATTERN,
                            doc =
                                    "Host names without port; `*.example.org` takes every name below.")
                    List<String> hosts,
            @Key(value = "/", form = Form.PATH, doc = "Path prefix, whole segments.") String path,
            @Key(value = "", form = Form.PATH, doc = "The exact path instead of a prefix.")
                    String exact,
            @Key(
                            value = "",
                            form = Form.REGEX,
                            doc =
                                    "A regular expression (RE2) for the whole path instead of a prefix.")
                    String regex,
            @Key(value = "[]", form = Form.METHOD, doc = "Methods, such as GET.")
                    List<String> methods,
            @Key(
                            value = "{}",
                            form = Form.FIELD,
                            doc =
                                    "Fields that must be there with exactly this value; `*` takes any value.")
                    Map<String, String> headers) {}

    /// A redirect to an absolute or path-only place. `{host}`, `{path}` and `{query}` are filled
    /// in, encoded.
    public record Redirect(
            @Key(
                            value = "",
                            form = Form.PLACE,
                            doc = "The new place, such as `https://{host}{path}{query}`.")
                    String to,
            @Key(value = "308", least = "301", most = "308", doc = "301, 302, 303, 307 or 308.")
                    int status) {}

    /// A fixed response.
    public record Respond(
            @Key(value = "0", least = "200", most = "599", doc = "Status 200 to 599.") int status,
            @Key(value = "", doc = "The body.") String body,
            @Key(value = "text/plain; charset=utf-8", form = Form.FIELD_VALUE, doc = "Its type.")
                    String contentType) {}

    /// A static page with 503 while the application is down on purpose.
    public record Maintenance(
            @Key(
                            value = "",
                            form = Form.FILE,
                            doc = "A file with the page, beside this file if relative.")
                    String page,
            @Key(value = "5m", doc = "What Retry-After says.") java.time.Duration retryAfter) {}

    /// How the request target and Host change.
    public record Rewrite(
            @Key(value = "", form = Form.AUTHORITY, doc = "Host to send; empty: as received.")
                    String host,
            @Key(
                            value = "",
                            form = Form.PATH,
                            doc = "Prefix of the path to take away; empty: none.")
                    String stripPrefix,
            @Key(value = "", form = Form.PATH, doc = "Prefix to put before the path; empty: none.")
                    String addPrefix) {}

    /// Field changes in the order remove, set, add.
    public record FieldChanges(
            @Key(
                            value = "{}",
                            form = Form.FIELD_CHANGE,
                            doc = "Fields to set, replacing all of that name.")
                    Map<String, String> set,
            @Key(value = "{}", form = Form.FIELD_CHANGE, doc = "Fields to add.")
                    Map<String, String> add,
            @Key(value = "[]", form = Form.FIELD_NAME, doc = "Fields to remove.")
                    List<String> remove) {}

    /// What a FIN from the client means while we wait for the upstream.
    public enum HalfClose {
        GONE,
        SERVE
    }

    /// What happens to trailer fields.
    public enum Trailers {
        DROP,
        FORWARD
    }
}

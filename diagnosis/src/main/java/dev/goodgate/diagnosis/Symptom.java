package dev.goodgate.diagnosis;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What one hop observed, with certainty: the closed list that page, header, log, metric and lab
/// share. A symptom is a fact, not a guess; why it happened is a [Cause].
public enum Symptom {
    DNS_TIMEOUT(
            "dns.timeout",
            ErrorType.DNS_TIMEOUT,
            504,
            Phase.RESOLVE,
            Hop.RESOLVER,
            RetryGrade.ANY,
            "resolver did not answer in time"),
    DNS_NXDOMAIN(
            "dns.nxdomain",
            ErrorType.DNS_ERROR,
            502,
            Phase.RESOLVE,
            Hop.RESOLVER,
            RetryGrade.ANY,
            "name does not exist"),
    DNS_SERVFAIL(
            "dns.servfail",
            ErrorType.DNS_ERROR,
            502,
            Phase.RESOLVE,
            Hop.RESOLVER,
            RetryGrade.ANY,
            "resolver or zone failed (SERVFAIL)"),
    DNS_REFUSED(
            "dns.refused",
            ErrorType.DNS_ERROR,
            502,
            Phase.RESOLVE,
            Hop.RESOLVER,
            RetryGrade.ANY,
            "resolver refused the query"),
    DNS_OTHER(
            "dns.other",
            ErrorType.DNS_ERROR,
            502,
            Phase.RESOLVE,
            Hop.RESOLVER,
            RetryGrade.ANY,
            "any other resolver failure, no address in answer, FORMERR, NOTIMP"),
    DNS_NO_RESOLVER(
            "dns.no_resolver",
            ErrorType.PROXY_CONFIGURATION_ERROR,
            500,
            Phase.RESOLVE,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "run-time name but no resolver configured"),
    ROUTE_NONE(
            "route.none",
            ErrorType.DESTINATION_NOT_FOUND,
            404,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "no route / virtual host / backend configured for this request"),
    ROUTE_NO_ENDPOINTS(
            "route.no_endpoints",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "route exists but has no registered endpoint"),
    UPSTREAM_UNHEALTHY(
            "upstream.unhealthy",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "all candidates marked down by active or passive checks"),
    UPSTREAM_CIRCUIT_OPEN(
            "upstream.circuit_open",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "circuit breaker open / fail-fast"),
    UPSTREAM_MAINTENANCE(
            "upstream.maintenance",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "taken out on purpose: maintenance, drain, suspended, frozen, unpaid"),
    UPSTREAM_STARTING(
            "upstream.starting",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "target is booting / waking from sleep / deploying"),
    UPSTREAM_QUEUE_FULL(
            "upstream.queue_full",
            ErrorType.CONNECTION_LIMIT_REACHED,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "proxy-side wait queue full"),
    UPSTREAM_QUEUE_TIMEOUT(
            "upstream.queue_timeout",
            ErrorType.CONNECTION_LIMIT_REACHED,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "waited too long in the proxy-side queue"),
    UPSTREAM_CONN_LIMIT(
            "upstream.conn_limit",
            ErrorType.CONNECTION_LIMIT_REACHED,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "configured limit of connections/requests to the next hop reached"),
    UPSTREAM_RETRIES_EXHAUSTED(
            "upstream.retries_exhausted",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "retry budget or attempt limit used up (last attempt has the real cause)"),
    CONNECT_REFUSED(
            "connect.refused",
            ErrorType.CONNECTION_REFUSED,
            502,
            Phase.CONNECT,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "TCP RST to SYN: nothing listens or firewall rejects"),
    CONNECT_TIMEOUT(
            "connect.timeout",
            ErrorType.CONNECTION_TIMEOUT,
            504,
            Phase.CONNECT,
            Hop.PATH,
            RetryGrade.ANY,
            "no SYN-ACK in time: host down, packets dropped by firewall"),
    CONNECT_UNREACHABLE(
            "connect.unreachable",
            ErrorType.DESTINATION_IP_UNROUTABLE,
            502,
            Phase.CONNECT,
            Hop.PATH,
            RetryGrade.ANY,
            "no route to host / network unreachable / ICMP"),
    CONNECT_RESET(
            "connect.reset",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.CONNECT,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "connection reset while being set up, or during the TLS handshake"),
    CONNECT_PROHIBITED(
            "connect.prohibited",
            ErrorType.DESTINATION_IP_PROHIBITED,
            502,
            Phase.CONNECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "proxy policy forbids this address (private range, block list, self)"),
    CONNECT_LOCAL_EXHAUSTED(
            "connect.local_exhausted",
            ErrorType.PROXY_INTERNAL_ERROR,
            500,
            Phase.CONNECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "proxy ran out of source ports, file descriptors, memory or sockets"),
    CONNECT_SOCKET_MISSING(
            "connect.socket_missing",
            ErrorType.CONNECTION_REFUSED,
            502,
            Phase.CONNECT,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "unix socket file missing (application not started)"),
    CONNECT_SOCKET_PERMISSION(
            "connect.socket_permission",
            ErrorType.PROXY_CONFIGURATION_ERROR,
            500,
            Phase.CONNECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "no permission on unix socket / SELinux / bind denied"),
    CONNECT_BACKLOG_FULL(
            "connect.backlog_full",
            ErrorType.CONNECTION_REFUSED,
            502,
            Phase.CONNECT,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "listen backlog full (EAGAIN on unix socket, dropped SYN on TCP)"),
    CONNECT_OTHER(
            "connect.other",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.CONNECT,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "any other connect failure"),
    TLS_TIMEOUT(
            "tls.timeout",
            ErrorType.CONNECTION_TIMEOUT,
            504,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "TLS handshake not finished in time"),
    TLS_PROTOCOL(
            "tls.protocol",
            ErrorType.TLS_PROTOCOL_ERROR,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "handshake failed locally: version/cipher mismatch, plaintext peer, broken record"),
    TLS_ALERT(
            "tls.alert",
            ErrorType.TLS_ALERT_RECEIVED,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "peer sent a TLS alert"),
    TLS_CERT_EXPIRED(
            "tls.cert_expired",
            ErrorType.TLS_CERTIFICATE_ERROR,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "peer certificate expired or not yet valid"),
    TLS_CERT_UNTRUSTED(
            "tls.cert_untrusted",
            ErrorType.TLS_CERTIFICATE_ERROR,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "peer certificate self-signed, unknown CA or incomplete chain"),
    TLS_CERT_NAME(
            "tls.cert_name",
            ErrorType.TLS_CERTIFICATE_ERROR,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "peer certificate does not cover the name used"),
    TLS_CERT_OTHER(
            "tls.cert_other",
            ErrorType.TLS_CERTIFICATE_ERROR,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "peer certificate rejected for another reason (key size, EKU, revoked, policy)"),
    TLS_CLIENT_CERT(
            "tls.client_cert",
            ErrorType.TLS_ALERT_RECEIVED,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "peer demands a client certificate the proxy did not offer"),
    TLS_ALPN(
            "tls.alpn",
            ErrorType.TLS_PROTOCOL_ERROR,
            502,
            Phase.TLS,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "no common application protocol (ALPN)"),
    REQUEST_WRITE_TIMEOUT(
            "request.write_timeout",
            ErrorType.CONNECTION_WRITE_TIMEOUT,
            504,
            Phase.SEND,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "next hop does not take the request bytes"),
    REQUEST_WRITE_FAILED(
            "request.write_failed",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.SEND,
            Hop.UPSTREAM,
            RetryGrade.IDEMPOTENT,
            "next hop closed while the request was being sent"),
    RESPONSE_CLOSED_EARLY(
            "response.closed_early",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.WAIT,
            Hop.UPSTREAM,
            RetryGrade.IDEMPOTENT,
            "next hop closed (FIN) before any response byte"),
    RESPONSE_STALE_REUSE(
            "response.stale_reuse",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.WAIT,
            Hop.UPSTREAM,
            RetryGrade.IDEMPOTENT,
            "reused idle connection was already closed by the peer (keep-alive race)"),
    RESPONSE_RESET(
            "response.reset",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.WAIT,
            Hop.UPSTREAM,
            RetryGrade.IDEMPOTENT,
            "connection reset (RST) while waiting"),
    RESPONSE_FIRST_BYTE_TIMEOUT(
            "response.first_byte_timeout",
            ErrorType.CONNECTION_READ_TIMEOUT,
            504,
            Phase.WAIT,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "no response bytes within the read limit"),
    RESPONSE_TOTAL_TIMEOUT(
            "response.total_timeout",
            ErrorType.HTTP_RESPONSE_TIMEOUT,
            504,
            Phase.WAIT,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "whole-response deadline passed"),
    RESPONSE_BAD_STATUS_LINE(
            "response.bad_status_line",
            ErrorType.HTTP_PROTOCOL_ERROR,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "bytes are not a valid HTTP response (wrong protocol, plain text, HTTP/0.9)"),
    RESPONSE_BAD_HEADER(
            "response.bad_header",
            ErrorType.HTTP_PROTOCOL_ERROR,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "invalid header field"),
    RESPONSE_HEADERS_TOO_LARGE(
            "response.headers_too_large",
            ErrorType.HTTP_RESPONSE_HEADER_SECTION_SIZE,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "header section larger than the buffer"),
    RESPONSE_HEADER_TOO_LARGE(
            "response.header_too_large",
            ErrorType.HTTP_RESPONSE_HEADER_SIZE,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "one header line larger than allowed"),
    RESPONSE_BAD_FRAMING(
            "response.bad_framing",
            ErrorType.HTTP_PROTOCOL_ERROR,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "Content-Length invalid/duplicated, or together with Transfer-Encoding"),
    RESPONSE_BAD_TE(
            "response.bad_te",
            ErrorType.HTTP_RESPONSE_TRANSFER_CODING,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "unknown or broken transfer coding"),
    RESPONSE_BAD_VERSION(
            "response.bad_version",
            ErrorType.HTTP_PROTOCOL_ERROR,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "unsupported HTTP version"),
    RESPONSE_UPGRADE(
            "response.upgrade",
            ErrorType.HTTP_UPGRADE_FAILED,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "upgrade refused or unexpected"),
    RESPONSE_APP_PROTOCOL(
            "response.app_protocol",
            ErrorType.HTTP_PROTOCOL_ERROR,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "FastCGI / SCGI / uwsgi / AJP / HTTP2 framing violation"),
    RESPONSE_STREAM_RESET(
            "response.stream_reset",
            ErrorType.HTTP_PROTOCOL_ERROR,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.IDEMPOTENT,
            "HTTP/2 or HTTP/3 stream reset or GOAWAY from the next hop"),
    RESPONSE_BUFFER(
            "response.buffer",
            ErrorType.PROXY_INTERNAL_ERROR,
            500,
            Phase.HEAD,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "proxy could not buffer the answer (workspace, temp file, disk)"),
    RESPONSE_TRUNCATED(
            "response.truncated",
            ErrorType.HTTP_RESPONSE_INCOMPLETE,
            502,
            Phase.BODY,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "closed before the announced end of the body"),
    RESPONSE_BODY_TIMEOUT(
            "response.body_timeout",
            ErrorType.CONNECTION_READ_TIMEOUT,
            504,
            Phase.BODY,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "body stalled"),
    RESPONSE_BAD_CHUNK(
            "response.bad_chunk",
            ErrorType.HTTP_RESPONSE_TRANSFER_CODING,
            502,
            Phase.BODY,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "chunked coding broken"),
    RESPONSE_BAD_GZIP(
            "response.bad_gzip",
            ErrorType.HTTP_RESPONSE_CONTENT_CODING,
            502,
            Phase.BODY,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "content coding broken"),
    RESPONSE_BODY_TOO_LARGE(
            "response.body_too_large",
            ErrorType.HTTP_RESPONSE_BODY_SIZE,
            502,
            Phase.BODY,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "body larger than allowed"),
    RESPONSE_EXCESS(
            "response.excess",
            ErrorType.HTTP_PROTOCOL_ERROR,
            502,
            Phase.BODY,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "more bytes than announced"),
    RESPONSE_BAD_TRAILERS(
            "response.bad_trailers",
            ErrorType.HTTP_RESPONSE_TRAILER_SECTION_SIZE,
            502,
            Phase.BODY,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "trailers invalid or too large"),
    ORIGIN_ERROR(
            "origin.error",
            ErrorType.NONE,
            0,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "origin itself answered with an error; proxy only forwards it"),
    ORIGIN_CRASH(
            "origin.crash",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.IDEMPOTENT,
            "application process died or threw"),
    ORIGIN_OVERLOAD(
            "origin.overload",
            ErrorType.CONNECTION_READ_TIMEOUT,
            503,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "application out of workers/queue/CPU"),
    ORIGIN_OOM(
            "origin.oom",
            ErrorType.CONNECTION_TERMINATED,
            502,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.ANY,
            "process killed or refused for memory"),
    ORIGIN_SCRIPT_TIMEOUT(
            "origin.script_timeout",
            ErrorType.CONNECTION_TERMINATED,
            504,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.IDEMPOTENT,
            "application-side execution limit hit"),
    ORIGIN_DEPENDENCY(
            "origin.dependency",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.HEAD,
            Hop.DEPENDENCY,
            RetryGrade.ANY,
            "database, cache or API behind the application is down"),
    ORIGIN_DEPLOY(
            "origin.deploy",
            ErrorType.DESTINATION_UNAVAILABLE,
            503,
            Phase.HEAD,
            Hop.UPSTREAM,
            RetryGrade.NEVER,
            "application could not start: bad deploy, missing config"),
    PROXY_CONFIG(
            "proxy.config",
            ErrorType.PROXY_CONFIGURATION_ERROR,
            500,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "gateway misconfigured"),
    PROXY_INTERNAL(
            "proxy.internal",
            ErrorType.PROXY_INTERNAL_ERROR,
            500,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "gateway bug or internal failure"),
    PROXY_LOOP(
            "proxy.loop",
            ErrorType.PROXY_LOOP_DETECTED,
            502,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "request came back to the gateway"),
    PROXY_OVERLOAD(
            "proxy.overload",
            ErrorType.PROXY_INTERNAL_ERROR,
            503,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.ANY,
            "gateway itself out of capacity"),
    PROXY_DENIED(
            "proxy.denied",
            ErrorType.HTTP_REQUEST_DENIED,
            403,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "rule, WAF, ACL, country or bot block"),
    PROXY_RATE_LIMITED(
            "proxy.rate_limited",
            ErrorType.HTTP_REQUEST_ERROR,
            429,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NEVER,
            "rate or concurrency limit on the client"),
    PROXY_SYNTHETIC(
            "proxy.synthetic",
            ErrorType.PROXY_INTERNAL_RESPONSE,
            200,
            Phase.SELECT,
            Hop.GATEWAY,
            RetryGrade.NOT_A_FAILURE,
            "gateway answered on purpose (redirect, fault injection, fixed response)"),
    CLIENT_CLOSED(
            "client.closed",
            ErrorType.NONE,
            499,
            Phase.WAIT,
            Hop.VISITOR,
            RetryGrade.NOT_A_FAILURE,
            "visitor left before the answer"),
    CLIENT_TIMEOUT(
            "client.timeout",
            ErrorType.HTTP_REQUEST_ERROR,
            408,
            Phase.SEND,
            Hop.VISITOR,
            RetryGrade.NOT_A_FAILURE,
            "visitor sent the request too slowly"),
    CLIENT_BAD_REQUEST(
            "client.bad_request",
            ErrorType.HTTP_REQUEST_ERROR,
            400,
            Phase.SEND,
            Hop.VISITOR,
            RetryGrade.NEVER,
            "malformed request"),
    CLIENT_TOO_LARGE(
            "client.too_large",
            ErrorType.HTTP_REQUEST_ERROR,
            413,
            Phase.SEND,
            Hop.VISITOR,
            RetryGrade.NEVER,
            "request head or body too large"),
    CLIENT_AUTH(
            "client.auth",
            ErrorType.HTTP_REQUEST_ERROR,
            401,
            Phase.SEND,
            Hop.VISITOR,
            RetryGrade.NEVER,
            "visitor or proxy authentication missing"),
    ACCESS_CAPTIVE(
            "access.captive",
            ErrorType.HTTP_REQUEST_ERROR,
            511,
            Phase.SELECT,
            Hop.ACCESS,
            RetryGrade.NEVER,
            "captive portal wants a login"),
    ACCESS_FILTER(
            "access.filter",
            ErrorType.HTTP_REQUEST_DENIED,
            451,
            Phase.SELECT,
            Hop.ACCESS,
            RetryGrade.NEVER,
            "ISP, state, employer or parental filter");

    private static final Map<String, Symptom> BY_ID =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Symptom::id, Function.identity()));

    private final String id;
    private final ErrorType errorType;
    private final int status;
    private final Phase phase;
    private final Hop hop;
    private final RetryGrade retry;
    private final String meaning;

    Symptom(
            String id,
            ErrorType errorType,
            int status,
            Phase phase,
            Hop hop,
            RetryGrade retry,
            String meaning) {
        this.id = id;
        this.errorType = errorType;
        this.status = status;
        this.phase = phase;
        this.hop = hop;
        this.retry = retry;
        this.meaning = meaning;
    }

    /// The stable name used in every output, such as `connect.refused`.
    public String id() {
        return id;
    }

    /// The RFC 9209 error type, or [ErrorType#NONE] where the RFC has none for it.
    public ErrorType errorType() {
        return errorType;
    }

    /// The default status of the answer; 0 where the answer is not ours (a relayed one).
    public int status() {
        return status;
    }

    /// The phase in which it is seen unless the failure says otherwise.
    public Phase phase() {
        return phase;
    }

    /// The hop at fault unless the failure says otherwise.
    public Hop hop() {
        return hop;
    }

    /// Whether another attempt is safe, unless the failure proves more.
    public RetryGrade retry() {
        return retry;
    }

    /// One line of English for operators.
    public String meaning() {
        return meaning;
    }

    /// The symptom of that id, empty when there is none.
    public static Optional<Symptom> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}

package dev.goodgate.logs.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What an access log's field means, by the names that people give it: nginx's variables, and the
/// short forms common in hand-written formats.
enum Variable {
    STATUS("status status_code response_status"),
    UPSTREAM_STATUS("upstream_status ups_status ustatus upstreamstatus ups"),
    REQUEST_TIME("request_time rt req_time reqtime requesttime response_time responsetime"),
    UPSTREAM_TIME(
            "upstream_response_time urt ups_resp_time upstream_time upstreamtime "
                    + "upstream_resp_time upstreamresponsetime ups_time"),
    CONNECT_TIME("upstream_connect_time uct ups_conn_time"),
    HEADER_TIME("upstream_header_time uht ups_header_time"),
    UPSTREAM_LENGTH("upstream_response_length upstream_bytes_received"),
    UPSTREAM("upstream_addr upstream ups_addr upstreamaddr upstreamhost uaddr"),
    CLIENT("remote_addr client clientip client_ip remote_ip remoteaddr"),
    HOST("http_host host vhost domain"),
    SERVER("server_name server"),
    REQUEST("request req request_line"),
    METHOD("request_method method verb"),
    URI("request_uri uri url path"),
    TIME("time_iso8601 time_local msec time timestamp @timestamp ts date datetime"),
    ID("request_id req_id x_request_id http_x_request_id requestid trace_id"),
    ROUTE("proxy_upstream_name upstream_name proxy_host route"),
    PID("pid");

    private static final Map<String, Variable> BY_NAME = byName();

    private final String names;

    Variable(String names) {
        this.names = names;
    }

    /// Puts the value where the name says; an unknown name is passed over.
    static void put(Access access, String name, String value) {
        Variable known = BY_NAME.get(name.toLowerCase(Locale.ROOT).replace('-', '_'));
        if (known != null) access.set(known, value);
    }

    /// Puts all that has a known name.
    static void all(Named named, Access access) {
        BY_NAME.forEach((name, one) -> access.set(one, named.get(name)));
    }

    private static Map<String, Variable> byName() {
        Map<String, Variable> found = new LinkedHashMap<>();
        for (Variable one : values()) {
            for (String name : one.names.split(" ", -1)) found.put(name, one);
        }
        return Collections.unmodifiableMap(found);
    }
}

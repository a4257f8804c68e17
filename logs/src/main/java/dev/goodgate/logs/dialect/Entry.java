package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;

/// What one line said in its fields. `micros` is when, or [Line#NO_TIME]. `message` is what is left
/// for signs: the free text after the fields (for an access log, empty). Fields that the line does
/// not have are empty, 0, or -1 for durations and statuses.
///
/// - `status`: what the client got; `upstreamStatus`: what the upstream answered
/// - `millis`: how long the request or attempt took
/// - `upstream`: whom the server dialled: `10.0.0.1:80`, `[::1]:3000`, `/run/app.sock`; a URL is
///   stripped to its authority; `scheme` beside it: `http`, `fastcgi`, `uwsgi`, ...
/// - `route`: the server's own name for it: backend, cluster, pool, target group, worker
/// - `method`, `path` (without query), `host` (the site's name), `client`
/// - `request`: an id that other logs may share
/// - `pid` of the process that wrote, `signs`: ids of signs that the fields alone prove, such as
///   `haproxy.state.sc` or `envoy.flag.uf`
public record Entry(
        String dialect,
        long micros,
        String message,
        int status,
        int upstreamStatus,
        long millis,
        String upstream,
        String scheme,
        String route,
        String method,
        String path,
        String host,
        String client,
        String request,
        int pid,
        List<String> signs) {

    public Entry {
        signs = List.copyOf(signs);
    }

    /// Starts an entry of that dialect, to be filled.
    public static Draft of(String dialect) {
        return new Draft(dialect);
    }

    /// A line of no known format: all of it is message, and the first time in it is its time.
    public static Entry unread(Line line, Clock clock) {
        return of("").at(clock.first(line.text()).micros()).message(line.text()).done();
    }

    /// Whether it records a request rather than an event: what clients sent stands in it, and only
    /// its message is the server's own words.
    public boolean access() {
        return status > 0;
    }

    /// Whether the line said when.
    public boolean timed() {
        return micros != Line.NO_TIME;
    }
}

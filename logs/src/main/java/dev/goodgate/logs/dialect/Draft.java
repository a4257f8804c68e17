package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Line;
import java.util.ArrayList;
import java.util.List;

/// An [Entry] being filled. What is not said stays unknown. For one thread.
public final class Draft {
    private final String dialect;
    private final List<String> signs = new ArrayList<>(2);
    private long micros = Line.NO_TIME;
    private String message = "";
    private int status = -1;
    private int upstreamStatus = -1;
    private long millis = -1;
    private String upstream = "";
    private String scheme = "";
    private String route = "";
    private String method = "";
    private String path = "";
    private String host = "";
    private String client = "";
    private String request = "";
    private int pid;

    Draft(String dialect) {
        this.dialect = dialect;
    }

    /// When, in microseconds since 1970 UTC.
    public Draft at(long value) {
        micros = value;
        return this;
    }

    /// The free text that signs are searched in.
    public Draft message(String value) {
        message = value;
        return this;
    }

    /// The status the client got.
    public Draft status(int value) {
        status = value;
        return this;
    }

    /// The status the upstream answered.
    public Draft upstreamStatus(int value) {
        upstreamStatus = value;
        return this;
    }

    /// How long it took.
    public Draft millis(long value) {
        millis = value;
        return this;
    }

    /// Whom the server dialled: `host:port`, a socket's path, or a URL of either, of which scheme
    /// and authority are kept. `-` says nothing.
    public Draft upstream(String value) {
        if (value.isEmpty() || value.equals("-")) return this;
        int colon = value.indexOf("://");
        String rest = value;
        if (colon > 0) {
            scheme = value.substring(0, colon);
            rest = value.substring(colon + 3);
        }
        if (rest.startsWith("unix:")) {
            String socket = rest.substring(5);
            while (socket.startsWith("//")) socket = socket.substring(1);
            int end = socket.indexOf(':');
            upstream = end < 0 ? socket : socket.substring(0, end);
            return this;
        }
        int slash = rest.startsWith("/") ? -1 : rest.indexOf('/');
        upstream = slash < 0 ? rest : rest.substring(0, slash);
        return this;
    }

    /// The server's own name for the upstream.
    public Draft route(String value) {
        route = value;
        return this;
    }

    /// The method and the path of a request line such as `GET /a?b HTTP/1.1`, or of a method and a
    /// target without version; a target with scheme and host gives the host too.
    public Draft request(String line) {
        int space = line.indexOf(' ');
        if (space <= 0) return this;
        method = line.substring(0, space);
        int end = line.indexOf(' ', space + 1);
        String target = line.substring(space + 1, end < 0 ? line.length() : end);
        int scheme = target.indexOf("://");
        if (scheme > 0) {
            int slash = target.indexOf('/', scheme + 3);
            host = target.substring(scheme + 3, slash < 0 ? target.length() : slash);
            target = slash < 0 ? "/" : target.substring(slash);
        }
        int query = target.indexOf('?');
        path = query < 0 ? target : target.substring(0, query);
        return this;
    }

    /// The site's name.
    public Draft host(String value) {
        host = value;
        return this;
    }

    /// The client's address.
    public Draft client(String value) {
        client = value;
        return this;
    }

    /// An id that other logs may share.
    public Draft id(String value) {
        request = value.equals("-") ? "" : value;
        return this;
    }

    /// The process that wrote.
    public Draft pid(int value) {
        pid = value;
        return this;
    }

    /// A sign that the fields prove.
    public Draft sign(String id) {
        signs.add(id);
        return this;
    }

    /// The entry.
    public Entry done() {
        return new Entry(
                dialect,
                micros,
                message,
                status,
                upstreamStatus,
                millis,
                upstream,
                scheme,
                route,
                method,
                path,
                host,
                client,
                request,
                pid,
                signs);
    }
}

package dev.goodgate.gateway.upstream;

/// Where an endpoint is, as configured: the identity under which its live state is kept over
/// reloads.
public sealed interface Target {

    /// A host name or address and a port.
    record Tcp(String host, int port) implements Target {
        @Override
        public String toString() {
            return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
        }
    }

    /// A unix socket.
    record Unix(String path) implements Target {
        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /// The target in an endpoint URL that the configuration check has passed: `http://host[:port]`
    /// or `unix:/path`.
    static Target of(String url) {
        if (url.startsWith("unix:")) return new Unix(url.substring("unix:".length()));
        String authority = url.substring("http://".length());
        int slash = authority.indexOf('/');
        if (slash >= 0) authority = authority.substring(0, slash);
        int colon = authority.lastIndexOf(':');
        boolean port = colon > authority.lastIndexOf(']');
        String host = port ? authority.substring(0, colon) : authority;
        if (host.startsWith("[")) host = host.substring(1, host.length() - 1);
        return new Tcp(host, port ? Integer.parseInt(authority.substring(colon + 1)) : 80);
    }
}

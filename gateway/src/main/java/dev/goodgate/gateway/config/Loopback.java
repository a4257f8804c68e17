package dev.goodgate.gateway.config;

/// Which addresses only this machine reaches, and which of them are the same door.
final class Loopback {
    private Loopback() {}

    /// Whether a listener at `address` is reached from this machine only.
    static boolean address(String address) {
        return address.startsWith("unix:") || host(hostOf(address));
    }

    /// Whether `host` is a name or address of this machine's loopback.
    static boolean host(String host) {
        return host.equalsIgnoreCase("localhost")
                || (Hosts.isV4(host) && host.startsWith("127."))
                || host.equals("[::1]");
    }

    /// Whether dialling `endpoint` (`host:port` or `unix:/path`) reaches a listener at `listener`.
    static boolean reaches(String endpoint, String listener) {
        if (endpoint.startsWith("unix:") || listener.startsWith("unix:")) {
            return endpoint.equals(listener);
        }
        boolean samePort =
                portOf(endpoint).equals(portOf(listener)) && !portOf(listener).equals("0");
        return samePort && sameHost(hostOf(endpoint), hostOf(listener));
    }

    private static boolean sameHost(String dialled, String bound) {
        boolean any = bound.equals("0.0.0.0") || bound.equals("[::]");
        boolean named =
                dialled.equalsIgnoreCase("localhost") || bound.equalsIgnoreCase("localhost");
        return dialled.equalsIgnoreCase(bound)
                || (any && (host(dialled) || dialled.equals("0.0.0.0") || dialled.equals("[::]")))
                || (named && host(dialled) && host(bound));
    }

    private static String hostOf(String address) {
        int colon = address.lastIndexOf(':');
        return colon < 0 ? address : address.substring(0, colon);
    }

    private static String portOf(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }
}

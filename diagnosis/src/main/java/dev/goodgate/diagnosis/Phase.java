package dev.goodgate.diagnosis;

/// When it happened, in the order of an exchange.
public enum Phase {
    /// Names become addresses.
    RESOLVE("resolve"),
    /// A route, an endpoint and a permit are chosen.
    SELECT("select"),
    /// TCP or unix connection.
    CONNECT("connect"),
    /// Handshake.
    TLS("tls"),
    /// The request is written.
    SEND("send"),
    /// Nothing of the response has come yet.
    WAIT("wait"),
    /// The response head is read.
    HEAD("head"),
    /// The response body is relayed.
    BODY("body");

    private final String id;

    Phase(String id) {
        this.id = id;
    }

    /// The stable name used in every output.
    public String id() {
        return id;
    }
}

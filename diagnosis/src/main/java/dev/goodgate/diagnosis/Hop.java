package dev.goodgate.diagnosis;

/// Where a failure happened.
public enum Hop {
    /// The visitor and the program they use.
    VISITOR("visitor"),
    /// The network between the visitor and us.
    ACCESS("access"),
    /// Goodgate itself: its limits, rules, configuration or bugs.
    GATEWAY("gateway"),
    /// The name service asked for the upstream.
    RESOLVER("resolver"),
    /// The network between the gateway and the upstream.
    PATH("path"),
    /// The process we dial.
    UPSTREAM("upstream"),
    /// Something behind that process.
    DEPENDENCY("dependency");

    private final String id;

    Hop(String id) {
        this.id = id;
    }

    /// The stable name used in every output.
    public String id() {
        return id;
    }
}

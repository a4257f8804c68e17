package dev.goodgate.diagnosis.cause;

/// Whose matter a cause is: who can end it.
public enum Owner {
    /// The visitor, on their own machine.
    VISITOR("visitor"),
    /// Whoever runs the network the visitor is in, or the one between gateway and upstream.
    NETWORK("network"),
    /// The operator of a CDN, shield or tunnel in front of the site.
    CDN("cdn"),
    /// Whoever runs the gateway.
    GATEWAY("gateway"),
    /// Whoever runs the application behind the gateway.
    UPSTREAM("upstream"),
    /// Whoever runs what the application needs: database, cache, other services.
    DEPENDENCY("dependency"),
    /// The provider of the machines.
    HOSTING("hosting"),
    /// Whoever is responsible for the site and its contents.
    OWNER("owner");

    private final String id;

    Owner(String id) {
        this.id = id;
    }

    /// The stable name used in cause files and every output.
    public String id() {
        return id;
    }
}

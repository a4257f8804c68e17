package dev.goodgate.diagnosis.cause;

/// Whom a remedy is for.
public enum Audience {
    /// Somebody who only wanted to see a page.
    VISITOR("visitor"),
    /// Somebody responsible for the site, without access to its machines.
    OWNER("owner"),
    /// Somebody with a shell on the machines.
    ADMINISTRATOR("administrator");

    private final String id;

    Audience(String id) {
        this.id = id;
    }

    /// The stable name used in every output.
    public String id() {
        return id;
    }
}

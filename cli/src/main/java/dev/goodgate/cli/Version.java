package dev.goodgate.cli;

/// Which Goodgate this is.
final class Version {
    private Version() {}

    /// The version in the jar's manifest, `development` when the classes are not in a jar.
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

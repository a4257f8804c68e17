package dev.goodgate.logs.rule;

import java.util.Map;

/// What usually listens on a port.
final class Ports {
    private static final String DATABASE = "database-down";
    private static final String CACHE = "cache-service-down";

    private static final Map<String, String> BACKING =
            Map.of(
                    "5432", DATABASE,
                    "3306", DATABASE,
                    "1433", DATABASE,
                    "1521", DATABASE,
                    "27017", DATABASE,
                    "6379", CACHE,
                    "11211", CACHE);

    private Ports() {}

    /// The cause that names who does not answer on that port, or an empty text.
    static String cause(String port) {
        return BACKING.getOrDefault(port, "");
    }

    /// Whether a database or cache was dialled.
    static boolean backing(Facts facts) {
        return facts.some(upstream -> !cause(Facts.port(upstream)).isEmpty())
                || facts.sign("mysql.")
                || facts.sign("postgresql.")
                || facts.sign("redis.");
    }
}

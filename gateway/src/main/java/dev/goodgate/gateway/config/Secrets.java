package dev.goodgate.gateway.config;

import java.util.Locale;

/// Which texts of a configuration are never shown.
final class Secrets {
    static final String HIDDEN = "(not shown)";

    private Secrets() {}

    /// Whether a field or key of this name usually holds a secret.
    static boolean named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("authorization")
                || lower.endsWith("cookie")
                || lower.startsWith("x-auth-")
                || lower.matches(".*(token|secret|password|api-?key|credential)s?");
    }

    /// `text` with the user information of a URL hidden.
    static String without(String text) {
        return text.replaceAll("://[^/@\\s]*@", "://" + HIDDEN + "@");
    }
}

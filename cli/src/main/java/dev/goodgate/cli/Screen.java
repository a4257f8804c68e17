package dev.goodgate.cli;

import java.io.Console;
import java.util.Map;

/// The terminal that a person looks at, as far as the environment tells.
final class Screen {
    private static final int NARROWEST = 40;

    private Screen() {}

    /// Whether standard output is a terminal that shows colours: `NO_COLOR` and `TERM=dumb` say no.
    static boolean colours() {
        Map<String, String> environment = System.getenv();
        return watched()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /// Whether a person watches.
    @SuppressWarnings(
            "SystemConsoleNull") // It is null where the JDK's own console is switched off.
    static boolean watched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Its columns by `COLUMNS`, else as given.
    static int width(int usual) {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        if (columns.isEmpty() || columns.length() > 4) return usual;
        for (int i = 0; i < columns.length(); i++) {
            if (columns.charAt(i) < '0' || columns.charAt(i) > '9') return usual;
        }
        return Math.max(NARROWEST, Integer.parseInt(columns));
    }
}

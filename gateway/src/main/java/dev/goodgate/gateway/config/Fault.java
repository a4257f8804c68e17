package dev.goodgate.gateway.config;

import java.util.Optional;

/// One thing that is wrong in a configuration file: where it is, what was seen, what was expected.
/// Line and column count from 1; 0 means the file as a whole. `seen` is already fit for printing
/// and never holds the value of an environment variable or of a secret.
public record Fault(
        String file,
        int line,
        int column,
        String path,
        String seen,
        String expected,
        Optional<String> hint) {

    /// The fault as a person reads it: one line, and a second one with the hint if there is one.
    @Override
    public String toString() {
        String text = place() + seen + " (expected: " + expected + ")";
        return hint.map(said -> text + "\n  hint: " + said).orElse(text);
    }

    /// Where it is, ready for a text behind it: `gateway.yaml:7:3 upstreams.app: `.
    public String place() {
        return position(file, line, column) + name();
    }

    private String name() {
        return path.isEmpty() ? "" : path + ": ";
    }

    static String position(String file, int line, int column) {
        return line == 0 ? file + ": " : file + ":" + line + ":" + column + " ";
    }
}

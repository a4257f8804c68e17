package dev.goodgate.status;

import java.util.List;

/// One line of the atlas: enough to list and find an entry without reading its file.
///
/// @param name of the entry's file and page, such as `499-nginx`
/// @param code as people write it: `502`, `502.3`, `H12`, `000`
/// @param status the HTTP status on the wire or in the log; -1 where there is none
/// @param vendor whose code it is; empty for everybody's
/// @param phrase the reason phrase or title
public record Listing(
        String name, String code, int status, Kind kind, String vendor, String phrase) {
    private static final String SEPARATOR = "|";

    /// The class the status falls into.
    public StatusClass statusClass() {
        return StatusClass.of(status);
    }

    static Listing parse(String line) {
        List<String> parts = List.of(line.split("\\|", -1));
        if (parts.size() != 6) {
            throw new IllegalStateException("index: \"" + line + "\" (expected: six columns)");
        }
        return new Listing(
                parts.get(0),
                parts.get(1),
                Integer.parseInt(parts.get(2)),
                Kind.of(parts.get(3)),
                parts.get(4),
                parts.get(5));
    }

    String line() {
        return String.join(
                SEPARATOR, name, code, Integer.toString(status), kind.id(), vendor, phrase);
    }
}

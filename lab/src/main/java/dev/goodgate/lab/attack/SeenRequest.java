package dev.goodgate.lab.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One request as the upstream received it. `faults` are the rules every upstream request must
/// keep, broken by this one.
record SeenRequest(String startLine, List<Field> fields, Body body, List<String> faults) {
    private static final Set<String> CONNECTION = Set.of("keep-alive", "close", "upgrade");

    /// The decoded body.
    record Body(long octets, String sha256, List<Field> trailers) {}

    SeenRequest {
        fields = List.copyOf(fields);
        faults = List.copyOf(faults);
    }

    String method() {
        return word(0);
    }

    String target() {
        return word(1);
    }

    String version() {
        return word(2);
    }

    List<String> values(String name) {
        return Field.values(fields, name);
    }

    private String word(int index) {
        String[] words = startLine.split(" ", 3);
        return index < words.length ? words[index] : "";
    }

    /// The client's address as the gateway tells it: the last member of X-Forwarded-For, empty when
    /// there is none.
    static String sender(List<Field> fields) {
        List<String> members = Field.tokens(fields, "x-forwarded-for");
        return members.isEmpty() ? "" : members.getLast();
    }

    /// Which of the rules for every request the head breaks.
    static List<String> broken(String startLine, List<Field> fields) {
        List<String> faults = new ArrayList<>();
        String[] words = startLine.split(" ", -1);
        if (words.length != 3) faults.add("request line of " + words.length + " words");
        String path = words.length < 2 ? "" : words[1].split("\\?", 2)[0];
        if (path.contains("/__deny") || path.contains("/__csd")) faults.add("U1: saw " + path);
        if (Field.values(fields, "host").size() != 1) faults.add("not exactly one Host");
        List<String> lengths = Field.values(fields, "content-length");
        List<String> codings = Field.values(fields, "transfer-encoding");
        if (lengths.size() + codings.size() > 1) faults.add("more than one framing");
        for (String length : lengths) {
            if (!length.matches("0|[1-9][0-9]{0,18}")) faults.add("Content-Length " + length);
        }
        if (codings.size() == 1 && !codings.getFirst().equalsIgnoreCase("chunked")) {
            faults.add("Transfer-Encoding " + codings.getFirst());
        }
        List<String> upgrade = Field.tokens(fields, "upgrade");
        for (String token : Field.tokens(fields, "connection")) {
            if (!CONNECTION.contains(token)
                    || (token.equals("upgrade") && !upgrade.equals(List.of("websocket")))) {
                faults.add("Connection says " + Octets.escaped(token, 40));
            }
        }
        if (fields.stream().anyMatch(f -> f.name().isEmpty())) faults.add("line without a colon");
        return faults;
    }
}

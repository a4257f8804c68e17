package dev.goodgate.gateway.admin;

import java.util.Map;

/// An answer of the admin listener before it is written. Immutable.
record Reply(int status, String contentType, String body, Map<String, String> fields) {
    Reply {
        fields = Map.copyOf(fields);
    }

    static Reply json(int status, String json) {
        return new Reply(status, "application/json", json, Map.of());
    }

    static Reply html(int status, String page) {
        return new Reply(status, "text/html; charset=utf-8", page, Map.of());
    }

    static Reply text(String contentType, String text) {
        return new Reply(200, contentType, text, Map.of());
    }

    static Reply problem(Problem problem) {
        return new Reply(problem.status(), "application/problem+json", problem.json(), Map.of());
    }

    Reply with(String name, String value) {
        var more = new java.util.HashMap<>(fields);
        more.put(name, value);
        return new Reply(status, contentType, body, more);
    }
}

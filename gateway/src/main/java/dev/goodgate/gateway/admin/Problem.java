package dev.goodgate.gateway.admin;

import java.util.LinkedHashMap;
import java.util.Map;

/// Why the admin listener did not do what was asked (RFC 9457): a type of our own, a title, and a
/// sentence that says what to do. `members` are further members of the JSON object.
record Problem(int status, String type, String title, String detail, Map<String, ?> members) {

    static Problem of(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, Map.of());
    }

    String json() {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "urn:goodgate:admin:" + type);
        object.put("title", title);
        object.put("status", status);
        object.put("detail", detail);
        object.putAll(members);
        return Json.of(object);
    }
}

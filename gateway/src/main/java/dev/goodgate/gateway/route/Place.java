package dev.goodgate.gateway.route;

import dev.goodgate.http.Head;

/// Where a redirect leads: a text with the slots `{host}`, `{path}` and `{query}`. Whatever comes
/// from the request is encoded, and a path never becomes a host.
final class Place {
    private static final String UNSAFE = "\"<>\\^`{|}";

    private final String template;

    Place(String template) {
        this.template = template;
    }

    /// The place for that request. Without a Host, the place stays on the host that was asked.
    String of(Head head) {
        String host = head.text(head.hostStart(), head.hostEnd());
        String path = head.text(head.pathStart(), head.pathEnd());
        String query = head.text(head.queryStart(), head.queryEnd());
        boolean here = host.isEmpty() && template.contains("{host}");
        String form = here ? template.replaceFirst("^https?://\\{host}(:[0-9]+)?", "") : template;
        String rooted = "/" + encoded(path).replaceFirst("^[/*]+", "");
        String place = filled(form, encoded(host), rooted, encoded(query));
        return place.isEmpty() ? "/" : place;
    }

    private static String filled(String form, String host, String path, String query) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = form.indexOf('{'); open >= 0; open = form.indexOf('{', from)) {
            int close = form.indexOf('}', open);
            out.append(form, from, open);
            switch (form.substring(open, close + 1)) {
                case "{host}" -> out.append(host);
                case "{path}" -> append(path, out);
                case "{query}" -> out.append(query);
                default -> out.append(form, open, close + 1);
            }
            from = close + 1;
        }
        return out.append(form, from, form.length()).toString();
    }

    /// A slash before the slot and one in the path are one: `//host` would lead away.
    private static void append(String path, StringBuilder out) {
        boolean slash = !out.isEmpty() && out.charAt(out.length() - 1) == '/';
        out.append(slash ? path.substring(1) : path);
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || UNSAFE.indexOf(c) >= 0) {
                out.append("%%%02X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}

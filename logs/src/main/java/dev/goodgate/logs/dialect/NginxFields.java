package dev.goodgate.logs.dialect;

import java.util.List;

/// The message of an nginx error line and the fields behind it, whole or cut.
final class NginxFields {
    private static final List<String> FIELDS =
            List.of(
                    ", client: ",
                    ", server: ",
                    ", request: \"",
                    ", upstream: \"",
                    ", host: \"",
                    ", subrequest: \"",
                    ", referrer: \"");

    private final String text;
    private final int from;
    private final int end;

    NginxFields(String text, int from) {
        this.text = text;
        this.from = from;
        int nearest = text.length();
        for (String field : FIELDS) {
            int at = text.indexOf(field, from);
            if (at >= 0 && at < nearest) nearest = at;
        }
        end = nearest;
    }

    /// What stands before the fields.
    String message() {
        return text.substring(from, end);
    }

    /// The value of a field without quotes, empty where it is missing.
    String plain(String name) {
        int at = after(", " + name + ": ");
        if (at < 0) return "";
        int comma = text.indexOf(',', at);
        return text.substring(at, comma < 0 ? text.length() : comma).strip();
    }

    /// The value of a quoted field, as much of it as stands there.
    String quoted(String name) {
        int at = after(", " + name + ": \"");
        if (at < 0) return "";
        int close = text.indexOf("\", ", at);
        if (close < 0) close = text.indexOf('"', at);
        return text.substring(at, close < 0 ? text.length() : close);
    }

    /// The host asked for, else the server's name where it is one.
    String host() {
        String host = quoted("host");
        if (!host.isEmpty()) return host;
        String server = plain("server");
        boolean name = !server.equals("_") && !server.startsWith("~");
        return name && !server.startsWith("0.0.0.0") ? server : "";
    }

    /// Whom nginx dialled: the field, else what the message names.
    String upstream() {
        String field = quoted("upstream");
        if (field.isEmpty()) field = loose();
        if (!field.isEmpty()) return field;
        String message = message();
        String named = between(message, "connect() to ", " failed");
        if (named.isEmpty()) named = between(message, "in upstream \"", "\"");
        if (named.isEmpty()) named = word(message, "no resolver defined to resolve ");
        if (!named.isEmpty()) return named;
        int unresolved = message.indexOf(" could not be resolved");
        if (unresolved < 0) return "";
        return message.substring(message.lastIndexOf(' ', unresolved - 1) + 1, unresolved);
    }

    /// The field as people retype it: without its comma or colon, or with escaped quotes.
    private String loose() {
        int at = text.indexOf("upstream: ", from);
        int start = at + 10;
        if (at < 0) {
            at = text.indexOf("upstream \"", from);
            start = at + 9;
        }
        if (at <= 0 || Character.isLetter(text.charAt(at - 1))) return "";
        while (start < text.length() && "\\\"'".indexOf(text.charAt(start)) >= 0) start++;
        int stop = start;
        while (stop < text.length() && "\\\"', ".indexOf(text.charAt(stop)) < 0) stop++;
        String value = text.substring(start, stop);
        boolean address = value.indexOf(':') > 0 || value.indexOf('.') > 0;
        return address ? value : "";
    }

    private int after(String mark) {
        int at = text.indexOf(mark, end);
        return at < 0 ? -1 : at + mark.length();
    }

    private static String between(String text, String before, String behind) {
        int at = text.indexOf(before);
        if (at < 0) return "";
        int start = at + before.length();
        int stop = text.indexOf(behind, start);
        return stop < 0 || text.lastIndexOf(' ', stop - 1) >= start
                ? ""
                : text.substring(start, stop);
    }

    private static String word(String text, String before) {
        int at = text.indexOf(before);
        return at < 0 ? "" : new Cursor(text, at + before.length()).word();
    }
}

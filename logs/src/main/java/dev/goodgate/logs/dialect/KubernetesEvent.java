package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Events of Kubernetes: as `kubectl get events` and `kubectl describe` print them, and JSON. The
/// message is the reason and the words, the object is the route.
final class KubernetesEvent implements Dialect {
    @Override
    public String id() {
        return "kubernetes-event";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.startsWith("{")) {
            boolean event = text.contains("\"involvedObject\"") || text.contains("\"regarding\"");
            return event
                    ? FlatJson.of(line).map(json -> json(line, clock, json))
                    : Optional.empty();
        }
        int reach = Math.min(80, text.length());
        int type = text.indexOf("Warning ", 0, reach);
        if (type < 0) type = text.indexOf("Normal ", 0, reach);
        if (type < 0 || (type > 0 && text.charAt(type - 1) > ' ')) {
            return Optional.empty();
        }
        return columns(line, clock, text, type);
    }

    /// `[namespace] 5m Warning Unhealthy pod/shop-1 words`, or `Warning Unhealthy 5m (x3 over 6m)
    /// kubelet words`.
    private Optional<Entry> columns(Line line, Clock clock, String text, int type) {
        int reason = next(text, type);
        int third = next(text, reason);
        int rest = next(text, third);
        if (rest >= text.length() || !reason(text, reason)) return Optional.empty();
        boolean aged = Character.isDigit(text.charAt(third)) || text.startsWith("<", third);
        String object = "";
        if (!aged) {
            object = word(text, third);
            if (object.indexOf('/') < 0) return Optional.empty();
        } else {
            if (text.charAt(rest) == '(') {
                int close = text.indexOf(") ", rest);
                rest = close < 0 ? rest : next(text, close);
            }
            rest = next(text, rest);
        }
        Clock.Stamp stamp = clock.at(text, 0);
        return Optional.of(
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(word(text, reason) + " " + text.substring(rest))
                        .route(object)
                        .done());
    }

    private Entry json(Line line, Clock clock, FlatJson json) {
        String object = json.has("regarding") ? "regarding" : "involvedObject";
        String message = json.first("message", "note");
        return Entry.of(id())
                .at(
                        json.micros(
                                line,
                                clock,
                                "lastTimestamp",
                                "eventTime",
                                "deprecatedLastTimestamp",
                                "firstTimestamp"))
                .message((json.get("reason") + " " + message).strip())
                .route(json.get(object + ".kind") + "/" + json.get(object + ".name"))
                .done();
    }

    /// Reasons are single words such as `BackOff`.
    private static boolean reason(String text, int from) {
        return from < text.length()
                && Character.isUpperCase(text.charAt(from))
                && word(text, from).length() > 3
                && Character.isLetterOrDigit(text.charAt(from + word(text, from).length() - 1));
    }

    /// Where the word after the one at that index starts, or the text's length.
    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) > ' ') at++;
        while (at < text.length() && text.charAt(at) <= ' ') at++;
        return at;
    }

    private static String word(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ') end++;
        return text.substring(from, end);
    }
}

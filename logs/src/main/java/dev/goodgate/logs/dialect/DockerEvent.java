package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Events of Docker: `time container die 0123abcd (exitCode=137, image=shop:1, name=shop-web-1)`,
/// and JSON. The container's name is the route.
final class DockerEvent implements Dialect {
    @Override
    public String id() {
        return "docker-event";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (text.startsWith("{")) {
            return text.contains("\"Actor\":") && text.contains("\"Action\":")
                    ? FlatJson.of(line).map(json -> json(line, clock, json))
                    : Optional.empty();
        }
        int word = text.indexOf("container ", 0, Math.min(60, text.length()));
        if (word < 0) return Optional.empty();
        Clock.Stamp stamp = word == 0 ? Clock.Stamp.NONE : clock.at(text, 0);
        if (word > 0 && (!stamp.found() || stamp.end() + 1 != word)) return Optional.empty();
        int open = text.indexOf(" (", word);
        if (open < 0 || (!text.contains("image=") && !text.contains("name="))) {
            return Optional.empty();
        }
        int space = text.lastIndexOf(' ', open - 1);
        if (space <= word + 9) return Optional.empty();
        return Optional.of(
                Entry.of(id())
                        .at(stamp.found() ? stamp.micros() : line.micros())
                        .message(text.substring(word, space) + text.substring(open))
                        .route(attribute(text, open, "name="))
                        .done());
    }

    private Entry json(Line line, Clock clock, FlatJson json) {
        String code = json.get("Actor.Attributes.exitCode");
        String message = json.get("Type") + " " + json.get("Action");
        return Entry.of(id())
                .at(json.micros(line, clock, "timeNano", "time"))
                .message(code.isEmpty() ? message : message + " (exitCode=" + code + ")")
                .route(json.get("Actor.Attributes.name"))
                .done();
    }

    private static String attribute(String text, int from, String name) {
        int at = text.indexOf(name, from);
        while (at > 0 && text.charAt(at - 1) != ' ' && text.charAt(at - 1) != '(') {
            at = text.indexOf(name, at + 1);
        }
        if (at < 0) return "";
        int end = at + name.length();
        while (end < text.length() && ",)".indexOf(text.charAt(end)) < 0) end++;
        return text.substring(at + name.length(), end);
    }
}

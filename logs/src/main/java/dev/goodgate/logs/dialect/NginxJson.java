package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// An access log that nginx writes as JSON, its keys named after nginx's variables.
final class NginxJson implements Dialect {
    private static final List<String> OWN =
            List.of(
                    "\"upstream_",
                    "\"request_time\"",
                    "\"remote_addr\"",
                    "\"body_bytes_sent\"",
                    "\"time_local\"",
                    "\"time_iso8601\"",
                    "\"upstreamtime\"",
                    "\"upstreamAddr\"",
                    "\"upstreamhost\"",
                    "\"http_user_agent\"");

    @Override
    public String id() {
        return "nginx-access-json";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (!text.startsWith("{") || !text.contains("\"status") || !own(text)) {
            return Optional.empty();
        }
        Optional<FlatJson> json = FlatJson.of(line);
        if (json.isEmpty() || !json.get().get("request.uri").isEmpty()) return Optional.empty();
        Access access = new Access();
        Variable.all(json.get(), access);
        return access.entry(id(), line, clock);
    }

    private static boolean own(String text) {
        for (String key : OWN) {
            if (text.contains(key)) return true;
        }
        return false;
    }
}

package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.Optional;

/// Cloudflare's HTTP requests as Logpush delivers them: JSON with `EdgeResponseStatus`. The
/// origin's status is 0 where it did not answer.
final class CloudflareLogpush implements Dialect {
    @Override
    public String id() {
        return "cloudflare-logpush";
    }

    @Override
    public Optional<Entry> read(Line line, Clock clock) {
        String text = line.text();
        if (!text.startsWith("{")) return Optional.empty();
        if (!text.contains("\"EdgeResponseStatus\"")
                && !text.contains("\"OriginResponseStatus\"")) {
            return Optional.empty();
        }
        return FlatJson.of(line).map(json -> entry(line, clock, json));
    }

    private Entry entry(Line line, Clock clock, FlatJson json) {
        int edge = json.status("EdgeResponseStatus");
        int origin = json.status("OriginResponseStatus");
        Draft draft =
                Entry.of(id())
                        .at(json.micros(line, clock, "EdgeStartTimestamp", "EdgeEndTimestamp"))
                        .status(edge)
                        .upstreamStatus(origin)
                        .millis(millis(json))
                        .upstream(json.get("OriginIP"))
                        .route(json.get("ZoneName"))
                        .host(json.get("ClientRequestHost"))
                        .client(json.get("ClientIP"))
                        .id(json.get("RayID"))
                        .request(
                                json.get("ClientRequestMethod")
                                        + " "
                                        + json.first("ClientRequestURI", "ClientRequestPath"))
                        .message(path(json))
                        .pid(line.pid());
        outcome(draft, edge, origin);
        return draft.done();
    }

    /// Cloudflare's own statuses, and those of the gateway kind that no origin answered, have
    /// signs.
    private static void outcome(Draft draft, int edge, int origin) {
        boolean own =
                switch (edge) {
                    case 520, 521, 522, 523, 524, 525, 526, 527, 530 -> true;
                    case 499, 502, 503, 504 -> origin < 0;
                    default -> false;
                };
        if (own) draft.sign("cloudflare." + edge);
        else StatusSigns.of(draft, edge >= 0 ? edge : origin, origin >= 400 && origin == edge);
    }

    private static String path(FlatJson json) {
        String status = json.first("EdgePathingStatus");
        String src = json.first("EdgePathingSrc");
        String op = json.first("EdgePathingOp");
        if (op.isEmpty() || op.equals("wl")) return "";
        return "EdgePathingOp=" + op + " EdgePathingSrc=" + src + " EdgePathingStatus=" + status;
    }

    private static long millis(FlatJson json) {
        long nanos = Figures.whole(json.get("OriginResponseTime"));
        if (nanos > 0) return nanos / 1_000_000;
        return Figures.whole(json.first("OriginResponseDurationMs", "EdgeTimeToFirstByteMs"));
    }
}

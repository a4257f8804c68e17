package dev.goodgate.gateway.admin;

import dev.goodgate.gateway.config.SettingsText;
import dev.goodgate.gateway.record.Incidents;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Which path of the admin listener shows what. Any thread.
final class Routes {
    private static final String INCIDENTS = "/api/incidents/";
    private static final String INCIDENT_PAGES = "/incidents/";
    private static final int LISTED = 100;
    private static final int MOST_LISTED = 1000;

    private final Views views;
    private final Map<String, Supplier<Reply>> pages;

    Routes(Views views) {
        this.views = views;
        pages =
                Map.of(
                        "/", this::index,
                        "/api/upstreams", this::upstreams,
                        "/api/config", this::config,
                        "/metrics", this::metrics,
                        "/health/live", () -> Reply.json(200, "{\"status\":\"live\"}"),
                        "/health/ready", this::ready);
    }

    /// The answer; `refusedPost` is asked before anything is changed.
    Reply answer(String method, URI target, Supplier<Optional<Reply>> refusedPost) {
        String path = target.getRawPath() == null ? "/" : target.getRawPath();
        if (path.equals("/api/reload")) {
            if (!method.equals("POST")) return wrongMethod("POST");
            return refusedPost.get().orElseGet(this::reload);
        }
        Optional<Supplier<Reply>> page = page(path, target);
        if (page.isEmpty()) return notFound();
        boolean read = method.equals("GET") || method.equals("HEAD");
        return read ? page.get().get() : wrongMethod("GET, HEAD");
    }

    private Optional<Supplier<Reply>> page(String path, URI target) {
        if (path.equals("/api/incidents")) return Optional.of(() -> incidents(query(target)));
        if (path.startsWith(INCIDENTS)) {
            return Optional.of(() -> incident(path.substring(INCIDENTS.length())));
        }
        if (path.startsWith(INCIDENT_PAGES)) {
            String id = path.substring(INCIDENT_PAGES.length());
            return Optional.of(() -> IncidentPage.of(views.incidents().find(id)));
        }
        return Optional.ofNullable(pages.get(path));
    }

    private Reply incidents(Map<String, String> query) {
        int most = LISTED;
        try {
            String limit = query.getOrDefault("limit", Integer.toString(LISTED));
            most = Math.clamp(Integer.parseInt(limit), 1, MOST_LISTED);
        } catch (NumberFormatException _) {
            return Reply.problem(
                    Problem.of(
                            400,
                            "bad-limit",
                            "Not a limit",
                            "limit is a number from 1 to " + MOST_LISTED + "."));
        }
        String request = query.getOrDefault("request", "");
        List<String> found =
                request.isEmpty()
                        ? views.incidents().newest(most)
                        : views.incidents().ofRequest(request, most);
        String list = String.join(",", found);
        return Reply.json(
                200, "{\"held\":" + views.incidents().held() + ",\"incidents\":[" + list + "]}");
    }

    private Reply incident(String id) {
        return switch (views.incidents().find(id)) {
            case Incidents.Found.Held(var json) -> Reply.json(200, json);
            case Incidents.Found.Gone(var age) -> gone(age);
            case Incidents.Found.Unknown() ->
                    Reply.problem(
                            Problem.of(
                                    404,
                                    "no-such-incident",
                                    "No such incident",
                                    "No incident has this id. An id has 20 characters, as the"
                                            + " error page and the field Goodgate-Incident show"
                                            + " it."));
        };
    }

    private static Reply gone(Duration age) {
        var members = new LinkedHashMap<String, Object>();
        members.put("ageSeconds", age.toSeconds());
        return Reply.problem(
                new Problem(
                        410,
                        "incident-gone",
                        "The incident is gone",
                        "Its id was made "
                                + Ages.text(age)
                                + " ago; memory holds only younger ones. Its access log line has"
                                + " symptom, hop and phase.",
                        members));
    }

    private Reply index() {
        return Reply.html(200, IndexPage.of(views));
    }

    private Reply upstreams() {
        return Reply.json(200, Json.upstreams(views.upstreams().get()));
    }

    private Reply config() {
        return Reply.json(200, SettingsText.json(views.settings().get()));
    }

    private Reply metrics() {
        return Reply.text("text/plain; version=0.0.4; charset=utf-8", views.metrics().exposition());
    }

    private Reply ready() {
        return switch (views.readiness().get()) {
            case Readiness.Ready() -> Reply.json(200, "{\"status\":\"ready\"}");
            case Readiness.NotReady(var reason) ->
                    Reply.json(503, Json.of(Map.of("status", "not-ready", "reason", reason)));
        };
    }

    private Reply reload() {
        return switch (views.reload().run()) {
            case Reload.Result.Applied() -> Reply.json(202, "{\"result\":\"applied\"}");
            case Reload.Result.Refused(var faults) ->
                    Reply.problem(
                            new Problem(
                                    422,
                                    "configuration-refused",
                                    "The configuration has faults",
                                    "Nothing has changed: the configuration before stays in"
                                            + " force.",
                                    Map.of("faults", faults)));
        };
    }

    private static Reply wrongMethod(String allowed) {
        return Reply.problem(
                        Problem.of(
                                405,
                                "wrong-method",
                                "Not with this method",
                                "Allowed here: " + allowed + "."))
                .with("Allow", allowed);
    }

    private static Reply notFound() {
        return Reply.problem(
                Problem.of(
                        404,
                        "no-such-page",
                        "Nothing here",
                        "There are / /api/incidents /api/upstreams /api/config /api/reload"
                                + " /metrics /health/live /health/ready."));
    }

    private static Map<String, String> query(URI target) {
        var query = new LinkedHashMap<String, String>();
        String raw = target.getRawQuery();
        if (raw == null) return query;
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value =
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                query.put(pair.substring(0, equals), value);
            }
        }
        return query;
    }
}

package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.RouteSettings.Redirect;
import dev.goodgate.gateway.config.RouteSettings.Respond;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Rules about single routes.
final class RouteRules {
    private static final List<String> ACTIONS =
            List.of("upstream", "redirect", "respond", "maintenance");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Settings settings;
    private final Findings findings;
    private final Map<String, String> names = new HashMap<>();

    RouteRules(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < settings.routes().size(); i++) {
            String path = "routes[" + i + "]";
            RouteSettings route = settings.routes().get(i);
            action(path);
            upstream(route, path);
            redirect(route.redirect(), path + ".redirect");
            respond(route.respond(), path + ".respond");
            maintenance(route.maintenance(), path + ".maintenance");
            match(path + ".match");
            effect(route, path);
            name(route.name(), path + ".name");
        }
    }

    private void action(String path) {
        List<String> given = ACTIONS.stream().filter(a -> findings.given(path + "." + a)).toList();
        String expected = "exactly one of " + String.join(", ", ACTIONS);
        if (given.size() > 1) {
            Place place = findings.where(path + "." + given.get(1));
            String seen = String.join(" and ", given);
            findings.fault(path, place.seeing(seen), expected, "");
        } else if (given.isEmpty() && !misspelt(path)) {
            findings.fault(path, findings.where(path).seeing("no action"), expected, "");
        }
    }

    /// Whether a key of the route is unknown and close to an action: told already.
    private boolean misspelt(String path) {
        return findings.broken(path)
                || findings.brokenKeys(path).stream()
                        .anyMatch(k -> !Nearest.of(k, ACTIONS).isEmpty());
    }

    private void upstream(RouteSettings route, String path) {
        String key = path + ".upstream";
        Set<String> known = settings.upstreams().keySet();
        if (!findings.given(key)
                || known.contains(route.upstream())
                || findings.broken("upstreams")) {
            return;
        }
        String near = Nearest.of(route.upstream(), known);
        String expected =
                known.isEmpty()
                        ? "the name of an upstream, but there is none"
                        : "the name of an upstream: " + String.join(", ", known);
        findings.fault(key, expected, near.isEmpty() ? "" : "write " + near);
    }

    private void redirect(Redirect redirect, String path) {
        if (!findings.given(path)) {
            return;
        }
        lacking(
                redirect.to().isEmpty(),
                path + ".to",
                "a place such as https://{host}{path}{query}");
        if (!REDIRECTS.contains(redirect.status())) {
            findings.fault(path + ".status", "301, 302, 303, 307 or 308", "");
        }
    }

    private void respond(Respond respond, String path) {
        if (!findings.given(path)) {
            return;
        }
        lacking(respond.status() == 0, path + ".status", "a status from 200 to 599");
        boolean bodiless =
                respond.status() == 204 || respond.status() == 205 || respond.status() == 304;
        if (bodiless && !respond.body().isEmpty()) {
            findings.fault(path + ".body", "no body: a " + respond.status() + " has none", "");
        }
    }

    private void maintenance(RouteSettings.Maintenance maintenance, String path) {
        String page = path + ".page";
        if (!findings.given(path)) {
            return;
        }
        lacking(maintenance.page().isEmpty(), page, "a file with the page");
        if (!maintenance.page().isEmpty() && !readable(maintenance.page())) {
            findings.fault(page, "a file that is there, readable, and at most 1 MiB", "");
        }
    }

    private static boolean readable(String page) {
        Path file = Path.of(page);
        try {
            boolean readable = Files.isRegularFile(file) && Files.isReadable(file);
            return readable && Files.size(file) <= YamlTree.MOST_OCTETS;
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private void lacking(boolean lacking, String path, String expected) {
        if (lacking && !findings.broken(path)) {
            Place place = findings.where(path);
            findings.fault(
                    path, findings.given(path) ? place : place.seeing("missing"), expected, "");
        }
    }

    private void match(String path) {
        List<String> given =
                Stream.of("path", "exact", "regex")
                        .filter(key -> findings.given(path + "." + key))
                        .toList();
        if (given.size() > 1) {
            Place place = findings.where(path + "." + given.get(1));
            String seen = String.join(" and ", given);
            findings.fault(path, place.seeing(seen), "at most one of path, exact, regex", "");
        }
    }

    /// Keys that only an upstream gives a meaning.
    private void effect(RouteSettings route, String path) {
        List<String> idle =
                new ArrayList<>(List.of("rewrite", "request-fields", "websocket", "trailers"));
        if (!findings.given(path + ".upstream") && !findings.broken(path)) {
            idle.stream()
                    .filter(key -> findings.given(path + "." + key))
                    .forEach(key -> findings.warn(path + "." + key, "no effect without upstream"));
        }
        String strip = route.rewrite().stripPrefix();
        boolean prefix = route.match().exact().isEmpty() && route.match().regex().isEmpty();
        if (prefix && !strip.isEmpty() && !(route.match().path() + "/").startsWith(strip)) {
            findings.warn(path + ".rewrite.strip-prefix", "not a prefix of match.path");
        }
    }

    private void name(String name, String path) {
        String earlier = name.isEmpty() ? null : names.putIfAbsent(name, path);
        if (earlier != null) {
            findings.warn(path, "the same name as " + earlier + "; logs and metrics mix them");
        }
    }
}

package dev.goodgate.gateway.config;

import dev.goodgate.gateway.config.RouteSettings.Match;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds routes that no request reaches, because an earlier one with the same host and path takes
/// every request that this one would. Order matters only there: elsewhere the more specific wins.
final class ReachRules {
    private final List<RouteSettings> routes;
    private final Findings findings;

    ReachRules(Settings settings, Findings findings) {
        this.routes = settings.routes();
        this.findings = findings;
    }

    void check() {
        for (int i = 1; i < routes.size(); i++) {
            Match match = routes.get(i).match();
            Set<String> open = new HashSet<>(hosts(match));
            int last = -1;
            for (int j = 0; j < i && !open.isEmpty(); j++) {
                if (covers(routes.get(j).match(), match)
                        && open.removeAll(hosts(routes.get(j).match()))) {
                    last = j;
                }
            }
            if (open.isEmpty()) {
                findings.warn("routes[" + i + "]", "never reached: routes[" + last + "] takes all");
            }
        }
    }

    private static Set<String> hosts(Match match) {
        Set<String> hosts = new HashSet<>();
        for (String host : match.hosts()) {
            hosts.add(host.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""));
        }
        return hosts.isEmpty() ? Set.of("") : hosts;
    }

    private static boolean covers(Match earlier, Match later) {
        boolean methods =
                earlier.methods().isEmpty()
                        || (!later.methods().isEmpty()
                                && earlier.methods().containsAll(later.methods()));
        return path(earlier).equals(path(later)) && methods && headers(earlier, later);
    }

    private static boolean headers(Match earlier, Match later) {
        for (Map.Entry<String, String> wanted : earlier.headers().entrySet()) {
            boolean implied =
                    later.headers().entrySet().stream()
                            .anyMatch(given ->
                                    given.getKey().equalsIgnoreCase(wanted.getKey())
                                            && (wanted.getValue().equals("*")
                                                    || wanted.getValue().equals(given.getValue())));
            if (!implied) {
                return false;
            }
        }
        return true;
    }

    private static String path(Match match) {
        if (!match.exact().isEmpty()) {
            return "=" + match.exact();
        }
        return match.regex().isEmpty() ? match.path().replaceAll("/$", "") : "~" + match.regex();
    }
}

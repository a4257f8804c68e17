package dev.goodgate.gateway.route;

import com.google.re2j.Pattern;
import dev.goodgate.http.Head;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The paths of one host pattern, and the next less specific pattern.
///
/// The octets of a path are gone through once: at each slash a longer prefix may be found, and at
/// the end the exact path. Shorter prefixes hang on longer ones, for when conditions fail.
final class HostNode {
    /// A route with a regular expression; it costs a copy of the path.
    private record Expression(Pattern pattern, Route route) {}

    private final OctetMap<PathNode> exact;
    private final OctetMap<PathNode> prefixes;
    private final @Nullable PathNode root;
    private final Expression[] expressions;
    private final boolean denies;
    private final boolean serves;
    private @Nullable HostNode wider;

    /// The routes of one pattern, in the order of the file.
    HostNode(List<Route> routes) {
        Map<String, List<Route>> exact = new LinkedHashMap<>();
        Map<String, List<Route>> prefix = new LinkedHashMap<>();
        List<Expression> expressions = new ArrayList<>();
        for (Route route : routes) {
            var match = route.settings().match();
            if (!match.exact().isEmpty()) {
                exact.computeIfAbsent(match.exact(), _ -> new ArrayList<>()).add(route);
            } else if (!match.regex().isEmpty()) {
                expressions.add(new Expression(Pattern.compile(match.regex()), route));
            } else {
                String path = PathChange.withoutSlash(match.path());
                prefix.computeIfAbsent(path, _ -> new ArrayList<>()).add(route);
            }
        }
        Map<String, PathNode> nodes = linked(prefix);
        this.root = nodes.remove("");
        this.prefixes = new OctetMap<>(nodes);
        this.exact = new OctetMap<>(nodes(exact));
        this.expressions = expressions.toArray(Expression[]::new);
        this.denies = routes.stream().anyMatch(Route::denies);
        this.serves = !routes.stream().allMatch(Route::denies);
    }

    private static Map<String, PathNode> nodes(Map<String, List<Route>> routes) {
        Map<String, PathNode> nodes = new HashMap<>();
        routes.forEach((path, same) -> nodes.put(path, new PathNode(same)));
        return nodes;
    }

    private static Map<String, PathNode> linked(Map<String, List<Route>> routes) {
        Map<String, PathNode> nodes = nodes(routes);
        nodes.forEach((path, node) -> node.shorter(shorter(path, nodes)));
        return nodes;
    }

    private static @Nullable PathNode shorter(String path, Map<String, PathNode> nodes) {
        for (int cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
            PathNode node = nodes.get(path.substring(0, cut));
            if (node != null) {
                return node;
            }
        }
        return null;
    }

    void wider(@Nullable HostNode node) {
        wider = node;
    }

    @Nullable HostNode wider() {
        return wider;
    }

    /// Whether one of its routes denies.
    boolean denies() {
        return denies;
    }

    /// Whether one of its routes does something else than deny.
    boolean serves() {
        return serves;
    }

    /// The route of that path here, null when there is none.
    @Nullable Route find(Head head, byte[] octets, int from, int to) {
        PathNode longest = null;
        int hash = 0;
        for (int i = from; i < to; i++) {
            if (i > from && octets[i] == '/') {
                PathNode node = prefixes.get(octets, from, i, hash);
                longest = node == null ? longest : node;
            }
            hash = OctetMap.step(hash, octets[i]);
        }
        Route route = first(exact.get(octets, from, to, hash), head);
        if (route != null) {
            return route;
        }
        PathNode node = prefixes.get(octets, from, to, hash);
        route = prefixed(node == null ? longest : node, head);
        if (route == null && expressions.length > 0) {
            route = expression(head, Arrays.copyOfRange(octets, from, to));
        }
        return route == null ? first(root, head) : route;
    }

    private static @Nullable Route prefixed(@Nullable PathNode longest, Head head) {
        for (PathNode node = longest; node != null; node = node.shorter()) {
            Route route = node.find(head);
            if (route != null) {
                return route;
            }
        }
        return null;
    }

    private static @Nullable Route first(@Nullable PathNode node, Head head) {
        return node == null ? null : node.find(head);
    }

    private @Nullable Route expression(Head head, byte[] path) {
        for (Expression each : expressions) {
            boolean wanted = each.route().conditions().hold(head);
            if (wanted && each.pattern().matcher(path).matches()) {
                return each.route();
            }
        }
        return null;
    }

    /// Every route whose path fits, whatever its conditions say. For failures: allocates.
    void fitting(byte[] path, Consumer<Route> found) {
        each(exact.get(path, 0, path.length, hash(path, path.length)), found);
        for (int to = path.length; to > 0; to--) {
            if (to == path.length || path[to] == '/') {
                each(prefixes.get(path, 0, to, hash(path, to)), found);
            }
        }
        for (Expression each : expressions) {
            if (each.pattern().matcher(path).matches()) {
                found.accept(each.route());
            }
        }
        each(root, found);
    }

    private static void each(@Nullable PathNode node, Consumer<Route> found) {
        if (node != null) {
            List.of(node.routes()).forEach(found);
        }
    }

    private static int hash(byte[] octets, int to) {
        int hash = 0;
        for (int i = 0; i < to; i++) {
            hash = OctetMap.step(hash, octets[i]);
        }
        return hash;
    }
}

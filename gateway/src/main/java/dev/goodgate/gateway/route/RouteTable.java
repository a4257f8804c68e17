package dev.goodgate.gateway.route;

import dev.goodgate.gateway.config.Settings;
import dev.goodgate.http.Head;
import dev.goodgate.http.PathViews;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which route takes a request. Immutable; safe for all threads; finding allocates nothing, except
/// for routes with regular expressions and for paths with several views.
///
/// 1. **Host.** The exact name, else the longest wildcard (`*.a.test` takes every name below
///    `a.test`), else the routes that name no host. Case, port and a root dot don't matter. A
///    request without Host takes only routes that name none. Where some routes name hosts and the
///    request's fits none of them, and no route for every host serves: [#NO_HOST].
/// 2. **Path**, within the host: the exact path; the longest prefix in whole segments; regular
///    expressions over the whole path, in the order of the file; `/`. A slash at the end of a
///    prefix means nothing.
/// 3. **Method and fields**, as conditions: of routes with the same host and path the first in the
///    file whose conditions hold; if none holds, on to shorter paths and wider hosts. GET takes
///    HEAD. A path that only asks for another method: [#NO_METHOD]; no path at all: [#NO_PATH].
/// 4. **Deny rules** (`respond` with 403) look at every view of a path: as received, decoded, and
///    without parameters; one view is enough. In the path as received a denied prefix ends at `;`
///    and `%`, too. They also hold for hosts more specific than theirs, unless the route found
///    there has a path as specific. All other routes see the path as it will be forwarded.
public final class RouteTable {
    /// Stands for: no route serves this host (421).
    public static final Route NO_HOST = Route.none("no such host");

    /// Stands for: no route serves this path (404).
    public static final Route NO_PATH = Route.none("no such path");

    /// Stands for: a route serves this path, but not with this method (405); see [#allow].
    public static final Route NO_METHOD = Route.none("no such method");

    private static final byte[] ROOT = {'/'};

    private final List<Route> routes;
    private final HostTable hosts;
    private final boolean denying;

    private RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.hosts = new HostTable(routes);
        this.denying = routes.stream().anyMatch(Route::denies);
    }

    /// The routes of those settings. Reads the pages of maintenance routes: not for event loops.
    public static RouteTable of(Settings settings) {
        List<Route> routes = new ArrayList<>();
        for (var route : settings.routes()) {
            routes.add(new Route(route, routes.size()));
        }
        return new RouteTable(routes);
    }

    /// All routes, in the order of the file.
    public List<Route> routes() {
        return routes;
    }

    /// The route for that request, or why there is none. `views` are those of its path; null where
    /// the path is plain.
    public Route find(Head head, PathViews.@Nullable Views views) {
        HostNode host = hosts.find(head.octets(), head.hostStart(), head.hostEnd());
        if (host == null) {
            return hosts.named() ? NO_HOST : NO_PATH;
        }
        Route denied = views == null || !denying ? null : denied(host, head, views);
        if (denied != null) {
            return denied;
        }
        Route found =
                views == null
                        ? plain(host, head)
                        : find(host, head, views.forwarded(), 0, views.forwarded().length);
        return found == null ? none(host, head, views) : found;
    }

    /// The methods for the path of that request, as Allow lists them (RFC 9110 section 10.2.1).
    /// Empty when no route is limited to any.
    public String allow(Head head, PathViews.@Nullable Views views) {
        HostNode host = hosts.find(head.octets(), head.hostStart(), head.hostEnd());
        return host == null ? "" : String.join(", ", methods(host, head, views));
    }

    private @Nullable Route plain(HostNode host, Head head) {
        return head.pathStart() == head.pathEnd()
                ? find(host, head, ROOT, 0, 1)
                : find(host, head, head.octets(), head.pathStart(), head.pathEnd());
    }

    private static @Nullable Route find(HostNode host, Head head, byte[] path, int from, int to) {
        Route found = null;
        for (HostNode node = host; node != null; node = node.wider()) {
            if (found == null || node.denies()) {
                Route here = node.find(head, path, from, to);
                boolean overrides = found == null || (here != null && stricter(here, found));
                found = overrides ? here : found;
            }
        }
        return found;
    }

    private static boolean stricter(Route wider, Route found) {
        return wider.denies() && !found.denies() && wider.rank() > found.rank();
    }

    private static @Nullable Route denied(HostNode host, Head head, PathViews.Views views) {
        byte[] decoded = views.decoded();
        Route route = find(host, head, decoded, 0, decoded.length);
        if (route == null || !route.denies()) {
            byte[] bare = views.withoutParameters();
            route = find(host, head, bare, 0, bare.length);
        }
        return route != null && route.denies() ? route : received(host, head);
    }

    /// The path as received, each segment cut at its first `;` or `%`: an upstream may read it so.
    /// Only prefixes count: an exact path is not denied for a longer one.
    private static @Nullable Route received(HostNode host, Head head) {
        byte[] cut = Text.cut(head.octets(), head.pathStart(), head.pathEnd());
        Route route = find(host, head, cut, 0, cut.length);
        if (route == null || !route.settings().match().exact().isEmpty()) return null;
        return route.denies() ? route : null;
    }

    private Route none(HostNode host, Head head, PathViews.@Nullable Views views) {
        if (!methods(host, head, views).isEmpty()) {
            return NO_METHOD;
        }
        boolean stranger = hosts.named() && !hosts.names(host);
        return stranger ? NO_HOST : NO_PATH;
    }

    private static Set<String> methods(HostNode host, Head head, PathViews.@Nullable Views views) {
        byte[] path = views == null ? head.octets() : views.forwarded();
        int from = views == null ? head.pathStart() : 0;
        int to = views == null ? head.pathEnd() : path.length;
        byte[] copy = from == to ? ROOT : Arrays.copyOfRange(path, from, to);
        Set<String> methods = new LinkedHashSet<>();
        for (HostNode node = host; node != null; node = node.wider()) {
            node.fitting(copy, route -> methods(route, head, methods));
        }
        return methods;
    }

    private static void methods(Route route, Head head, Set<String> methods) {
        if (route.conditions().fields(head)) {
            List<String> wanted = route.settings().match().methods();
            methods.addAll(wanted);
            if (wanted.contains("GET")) {
                methods.add("HEAD");
            }
        }
    }
}

package dev.goodgate.gateway.route;

import dev.goodgate.http.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routes of one host with the same path, in the order of the file, and the next shorter
/// prefix.
final class PathNode {
    private final Route[] routes;
    private @Nullable PathNode shorter;

    PathNode(List<Route> routes) {
        this.routes = routes.toArray(Route[]::new);
    }

    void shorter(@Nullable PathNode node) {
        shorter = node;
    }

    @Nullable PathNode shorter() {
        return shorter;
    }

    Route[] routes() {
        return routes;
    }

    /// The first route whose conditions hold, null when there is none.
    @Nullable Route find(Head head) {
        for (Route route : routes) {
            if (route.conditions().hold(head)) {
                return route;
            }
        }
        return null;
    }
}

package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.gateway.route.RouteTable;
import dev.goodgate.gateway.upstream.Upstream;
import java.util.List;
import java.util.Map;

/// One configuration in force: immutable, checked, compiled. An exchange keeps the one it began
/// with.
public final class Snapshot {
    private final Settings settings;
    private final RouteTable routes;
    private final Map<String, Upstream> upstreams;
    private final Upstream[] byRoute;
    private final long generation;
    private final Language language;

    /// The routes of those settings over those upstreams; `generation` counts snapshots from 1.
    public Snapshot(
            Settings settings,
            RouteTable routes,
            Map<String, Upstream> upstreams,
            long generation) {
        this.settings = settings;
        this.routes = routes;
        this.upstreams = Map.copyOf(upstreams);
        this.generation = generation;
        this.language = Language.find(settings.language()).orElse(Language.ENGLISH);
        List<Route> all = routes.routes();
        this.byRoute = new Upstream[all.size()];
        for (Route each : all) {
            Upstream upstream = upstreams.get(each.settings().upstream());
            if (upstream != null) byRoute[each.index()] = upstream;
        }
    }

    /// Makes the first failure as quick to answer as the later ones. Takes some milliseconds: not
    /// on a loop.
    public static void prepareAnswers() {
        OwnAnswer.prepare();
    }

    /// The settings it was made from.
    public Settings settings() {
        return settings;
    }

    /// Its routes.
    public RouteTable routes() {
        return routes;
    }

    /// Its upstreams by name.
    public Map<String, Upstream> upstreams() {
        return upstreams;
    }

    /// Its number.
    public long generation() {
        return generation;
    }

    /// The language of answers to clients that ask for none of ours.
    Language language() {
        return language;
    }

    /// The upstream that route names; only for routes that name one.
    Upstream upstream(Route route) {
        return byRoute[route.index()];
    }
}

package dev.goodgate.gateway.exchange;

import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.gateway.config.Places;
import dev.goodgate.gateway.config.Settings;
import dev.goodgate.gateway.route.Route;
import dev.goodgate.gateway.route.RouteTable;
import dev.goodgate.gateway.upstream.Upstream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One configuration in force: immutable, checked, compiled. An exchange keeps the one it began
/// with.
public final class Snapshot {
    private final ConfigFile.Reading.Loaded loaded;
    private final Settings settings;
    private final RouteTable routes;
    private final Map<String, Upstream> upstreams;
    private final Upstream[] byRoute;
    private final long generation;
    private final Language language;
    private final ErrorPages errorPages;

    /// The routes of those settings over those upstreams; `generation` counts snapshots from 1.
    /// Reads the error pages the settings name; `messages` gets a line for one that cannot be used.
    public Snapshot(
            ConfigFile.Reading.Loaded loaded,
            RouteTable routes,
            Map<String, Upstream> upstreams,
            long generation,
            Consumer<String> messages) {
        this.loaded = loaded;
        this.settings = loaded.settings();
        this.errorPages = new ErrorPages(settings, messages);
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

    /// What it was made from.
    public ConfigFile.Reading.Loaded loaded() {
        return loaded;
    }

    /// Its upstreams by name.
    public Map<String, Upstream> upstreams() {
        return upstreams;
    }

    /// Its number.
    public long generation() {
        return generation;
    }

    /// Where the settings say what.
    Places places() {
        return loaded.places();
    }

    /// The owner's error pages.
    ErrorPages errorPages() {
        return errorPages;
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

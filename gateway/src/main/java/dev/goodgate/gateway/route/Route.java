package dev.goodgate.gateway.route;

import dev.goodgate.gateway.config.RouteSettings;
import dev.goodgate.gateway.config.RouteSettings.HalfClose;
import dev.goodgate.gateway.config.RouteSettings.Match;
import dev.goodgate.gateway.config.RouteSettings.Trailers;
import dev.goodgate.http.Head;
import java.util.List;
import java.util.Map;

/// One route, compiled: its settings and the octets they become. Immutable; safe for all threads;
/// no method allocates but those of [Fixed].
public final class Route {
    /// An answer the gateway gives on purpose. Immutable.
    public sealed interface Fixed permits FixedAnswer {
        /// Its status.
        int status();

        /// The value of Content-Type; empty when nothing has a type. Not to be changed.
        byte[] contentType();

        /// The body; not to be changed.
        byte[] body();

        /// Puts the further field lines of the answer to that request, Location or Retry-After,
        /// each with its line end.
        void writeFields(Head request, Sink sink);
    }

    private final RouteSettings settings;
    private final int index;
    private final String name;
    private final Conditions conditions;
    private final PathChange path;
    private final byte[] host;
    private final FieldLines request;
    private final FieldLines response;
    private final Fixed fixed;
    private final long totalNanos;
    private final boolean denies;

    Route(RouteSettings settings, int index) {
        this.settings = settings;
        this.index = index;
        this.name = settings.name().isEmpty() ? named(settings.match()) : settings.name();
        this.conditions = new Conditions(settings.match());
        this.path = new PathChange(settings.rewrite());
        this.host = Text.octets(settings.rewrite().host());
        this.request = new FieldLines(settings.requestFields());
        this.response = new FieldLines(settings.responseFields());
        this.fixed = FixedAnswer.of(settings);
        this.totalNanos = settings.total().toNanos();
        this.denies = settings.respond().status() == 403;
    }

    /// A stand-in that says why there is no route; never asked for anything but its name.
    static Route none(String name) {
        Match match = new Match(List.of(), "/", "", "", List.of(), Map.of());
        var changes = new RouteSettings.FieldChanges(Map.of(), Map.of(), List.of());
        return new Route(
                new RouteSettings(
                        name,
                        match,
                        "",
                        new RouteSettings.Redirect("", 308),
                        new RouteSettings.Respond(404, "", ""),
                        new RouteSettings.Maintenance("", java.time.Duration.ZERO),
                        new RouteSettings.Rewrite("", "", ""),
                        changes,
                        changes,
                        new dev.goodgate.gateway.config.ErrorPageSettings(""),
                        new dev.goodgate.gateway.config.ByteSize(0),
                        java.time.Duration.ZERO,
                        HalfClose.GONE,
                        Trailers.DROP,
                        false,
                        java.time.Duration.ZERO),
                -1);
    }

    private static String named(Match match) {
        String host = match.hosts().isEmpty() ? "" : match.hosts().getFirst();
        if (!match.exact().isEmpty()) {
            return host + match.exact();
        }
        return host + (match.regex().isEmpty() ? match.path() : "~" + match.regex());
    }

    /// What it was made from.
    public RouteSettings settings() {
        return settings;
    }

    /// Its name in logs and metrics: as configured, else host and path it matches.
    public String name() {
        return name;
    }

    /// Its place in the file, from 0; -1 for a stand-in.
    public int index() {
        return index;
    }

    /// Whether an upstream answers; else the gateway itself does, with [#fixed()].
    public boolean hasUpstream() {
        return !settings.upstream().isEmpty();
    }

    /// Whether it refuses (a fixed 403): it then matches every view of a path.
    public boolean denies() {
        return denies;
    }

    /// Total time for an exchange; 0: none.
    public long totalNanos() {
        return totalNanos;
    }

    /// Whether the path changes on its way to the upstream.
    public boolean rewritesPath() {
        return path.some();
    }

    /// Puts what the path begins with upstream into `sink` and tells where in `octets` the rest of
    /// it starts; together they always begin with a slash. An empty path counts as `/`.
    public int rewritePath(byte[] octets, int from, int end, Sink sink) {
        return path.apply(octets, from, end, sink);
    }

    /// Whether the upstream gets another Host than the client sent.
    public boolean rewritesHost() {
        return host.length > 0;
    }

    /// That Host; not to be changed.
    public byte[] host() {
        return host;
    }

    /// Whether request fields change.
    public boolean hasRequestFields() {
        return request.some();
    }

    /// Lines to add to the request, each with its line end; not to be changed.
    public byte[] requestLines() {
        return request.lines();
    }

    /// Whether a request field of this name goes, as removed or set anew.
    public boolean dropsRequestField(byte[] octets, int from, int to) {
        return request.drops(octets, from, to);
    }

    /// Whether response fields change.
    public boolean hasResponseFields() {
        return response.some();
    }

    /// Lines to add to the response, each with its line end; not to be changed.
    public byte[] responseLines() {
        return response.lines();
    }

    /// Whether a response field of this name goes, as removed or set anew.
    public boolean dropsResponseField(byte[] octets, int from, int to) {
        return response.drops(octets, from, to);
    }

    /// Whether trailer fields are passed on.
    public boolean forwardsTrailers() {
        return settings.trailers() == Trailers.FORWARD;
    }

    /// Whether a client that half-closes while we wait is still served.
    public boolean servesHalfClosed() {
        return settings.clientHalfClose() == HalfClose.SERVE;
    }

    /// The answer of a route without upstream.
    public Fixed fixed() {
        return fixed;
    }

    /// How specific its path is: exact, then the longer prefix, then a regular expression, then
    /// `/`.
    int rank() {
        Match match = settings.match();
        if (!match.exact().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        return match.regex().isEmpty() ? PathChange.withoutSlash(match.path()).length() : 1;
    }

    Conditions conditions() {
        return conditions;
    }
}

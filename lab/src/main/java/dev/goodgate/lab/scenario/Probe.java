package dev.goodgate.lab.scenario;

import dev.goodgate.lab.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// One variant of a scenario: the endpoints of one upstream, the settings it needs beyond those of
/// the lab, and the client that drives it. `upstream` and `route` hold goodgate's keys.
public record Probe(
        String id,
        List<Fault> upstreams,
        Map<String, String> upstream,
        Map<String, String> route,
        Drive drive,
        Method method,
        OptionalInt status) {

    /// Which of a row's two expectations holds for the exchange.
    public enum Method {
        /// `expect`.
        ANY,
        /// `expectPost`.
        POST
    }

    public Probe {
        upstreams = List.copyOf(upstreams);
        upstream = Map.copyOf(upstream);
        route = Map.copyOf(route);
    }

    /// A GET to an upstream of these endpoints.
    static Probe probe(String id, Fault... upstreams) {
        return new Probe(
                id,
                List.of(upstreams),
                Map.of(),
                Map.of(),
                Drives.get(),
                Method.ANY,
                OptionalInt.empty());
    }

    /// The same, driven otherwise.
    Probe by(Drive other) {
        return new Probe(id, upstreams, upstream, route, other, method, status);
    }

    /// The same with one more upstream setting.
    Probe with(String key, String value) {
        return new Probe(id, upstreams, plus(upstream, key, value), route, drive, method, status);
    }

    /// The same with one more route setting.
    Probe routed(String key, String value) {
        return new Probe(id, upstreams, upstream, plus(route, key, value), drive, method, status);
    }

    /// The same, judged by the row's `expectPost`.
    Probe post() {
        return new Probe(id, upstreams, upstream, route, drive, Method.POST, status);
    }

    /// The same for a variant whose origin sends another status than the row names.
    Probe relaying(int other) {
        return new Probe(id, upstreams, upstream, route, drive, method, OptionalInt.of(other));
    }

    /// The id of the row it belongs to.
    public String row() {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }

    /// What its exchange must come to.
    public Expectation expectation() {
        Row row = Rows.of(row());
        if (method == Method.ANY) {
            return row.expect();
        }
        Expectation post = row.expectPost();
        if (post == null) {
            throw new IllegalStateException(id + ": its row has no expectPost");
        }
        return post;
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
        var larger = new LinkedHashMap<>(map);
        larger.put(key, value);
        return larger;
    }
}

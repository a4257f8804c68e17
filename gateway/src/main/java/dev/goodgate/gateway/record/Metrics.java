package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Phase;
import dev.goodgate.diagnosis.Symptom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counters and histograms of all exchanges, and the gauges other rooms register. Labels come from
/// configuration and closed lists only, so the number of series is bounded. Any thread.
public final class Metrics {
    private static final String REQUESTS = "goodgate_requests_total";
    private static final String FAILURES = "goodgate_failures_total";
    private static final String DURATION = "goodgate_request_duration_seconds";
    private static final String RELOADS = "goodgate_reloads_total";

    private final Meters meters = new Meters();
    private final ConcurrentHashMap<Series, LongAdder> failures = new ConcurrentHashMap<>();
    private final Set<Gauge> gauges = ConcurrentHashMap.newKeySet();
    private final LongAdder reloadsApplied = new LongAdder();
    private final LongAdder reloadsRefused = new LongAdder();

    private record Series(String symptom, String hop, String phase, String upstream) {}

    Metrics() {}

    /// Shows that value from now on.
    public void show(Gauge gauge) {
        gauges.add(gauge);
    }

    /// Shows it no longer.
    public void hide(Gauge gauge) {
        gauges.remove(gauge);
    }

    /// A new configuration is in force.
    public void reloaded() {
        reloadsApplied.increment();
    }

    /// A new configuration was refused; the old one stays in force.
    public void reloadRefused() {
        reloadsRefused.increment();
    }

    /// All of it in Prometheus text format 0.0.4.
    public String exposition() {
        var out = new Exposition();
        List<Meter> all = meters.all();
        out.family(
                REQUESTS,
                Exposition.Type.COUNTER,
                "Exchanges by route, upstream and class of status.");
        all.forEach(meter -> meter.writeTo(out, REQUESTS));
        writeFailures(out, all);
        out.family(
                DURATION,
                Exposition.Type.HISTOGRAM,
                "First octet of the request to end of the response.");
        meters.routes().forEach(route -> route.writeTo(out, DURATION));
        out.family(RELOADS, Exposition.Type.COUNTER, "Attempts to take a new configuration.")
                .sample(RELOADS, reloadsApplied.sum(), "result", "applied")
                .sample(RELOADS, reloadsRefused.sum(), "result", "refused");
        writeGauges(out);
        ProcessGauges.writeTo(out);
        return out.toString();
    }

    void completed(ExchangeRecord exchange) {
        Meter meter = meters.of(exchange.route, exchange.upstream);
        meter.count(exchange.status, exchange.endNanos - exchange.startNanos);
        if (exchange.receivedStatus >= 400) meter.originErrors.increment();
    }

    void failed(ExchangeRecord exchange, Failure failure) {
        meters.of(exchange.route, exchange.upstream)
                .count(exchange.status, exchange.endNanos - exchange.startNanos);
        var series =
                new Series(
                        failure.symptom().id(),
                        failure.hop().id(),
                        failure.phase().id(),
                        exchange.upstream);
        failures.computeIfAbsent(series, _ -> new LongAdder()).increment();
    }

    private void writeFailures(Exposition out, List<Meter> all) {
        var counts = new TreeMap<Series, Long>(SERIES_ORDER);
        failures.forEach((series, count) -> counts.put(series, count.sum()));
        for (Meter meter : all) {
            long relayed = meter.originErrors.sum();
            if (relayed == 0) continue;
            var series =
                    new Series(
                            Symptom.ORIGIN_ERROR.id(),
                            Hop.UPSTREAM.id(),
                            Phase.HEAD.id(),
                            meter.upstream);
            counts.merge(series, relayed, Long::sum);
        }
        out.family(
                FAILURES,
                Exposition.Type.COUNTER,
                "Failed exchanges and relayed errors (origin.error) by what was seen.");
        counts.forEach((series, count) ->
                out.sample(
                        FAILURES,
                        count,
                        "symptom",
                        series.symptom,
                        "hop",
                        series.hop,
                        "phase",
                        series.phase,
                        "upstream",
                        series.upstream));
    }

    private static final Comparator<Series> SERIES_ORDER =
            Comparator.comparing(Series::upstream)
                    .thenComparing(Series::symptom)
                    .thenComparing(Series::hop)
                    .thenComparing(Series::phase);

    private void writeGauges(Exposition out) {
        var families = new TreeMap<String, List<Gauge>>();
        gauges.stream()
                .sorted(Comparator.comparing(gauge -> gauge.labels().toString()))
                .forEach(gauge ->
                        families.computeIfAbsent(gauge.name(), _ -> new java.util.ArrayList<>())
                                .add(gauge));
        for (Map.Entry<String, List<Gauge>> family : families.entrySet()) {
            Exposition.Type type =
                    family.getKey().endsWith("_total")
                            ? Exposition.Type.COUNTER
                            : Exposition.Type.GAUGE;
            out.family(family.getKey(), type, family.getValue().getFirst().help());
            family.getValue().forEach(out::sample);
        }
    }
}

package dev.goodgate.gateway.record;

import dev.goodgate.diagnosis.Diagnosis;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.IncidentId;
import dev.goodgate.diagnosis.cause.Diagnoser;
import dev.goodgate.diagnosis.incident.Repeat;
import dev.goodgate.gateway.config.AccessLogSettings;
import dev.goodgate.gateway.config.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The flight recorder: one access-log line, a few counters and, for a failure, an incident an
/// exchange. Any thread; nothing here waits for a disk, and a completed exchange allocates nothing.
public final class FlightRecorder implements Recorder, AutoCloseable {
    private final Clocks clocks;
    private final Consumer<String> notices;
    private final Metrics metrics = new Metrics();
    private final Incidents incidents;
    private final StormGate storms = new StormGate();
    private final ThreadLocal<Line> lines = ThreadLocal.withInitial(Line::new);
    private final LongAdder droppedEarlier = new LongAdder();
    private volatile Log log;

    /// A log with its form; without one nothing is encoded.
    private record Log(AccessLogSettings settings, @Nullable AccessLog lines, LineFormat format) {}

    private FlightRecorder(Clocks clocks, Consumer<String> notices, Log log) {
        this.clocks = clocks;
        this.notices = notices;
        this.log = log;
        incidents = new Incidents(clocks.epochMillis());
        own("goodgate_access_log_dropped_total", "Log lines dropped.", this::droppedLines);
        own("goodgate_access_log_written_total", "Log lines written.", this::writtenLines);
        own("goodgate_incidents_held", "Incidents in memory.", incidents::held);
        own("goodgate_incidents_octets", "Octets the incidents take.", incidents::octets);
        own("goodgate_incidents_total", "Full incidents.", incidents.keptFull::sum);
        own("goodgate_incidents_short_total", "Short incidents.", incidents.keptShort::sum);
        own("goodgate_incidents_evicted_total", "Incidents evicted.", incidents::dropped);
    }

    /// Opens the access log and starts its writer. `notices` gets rare lines for the operator, such
    /// as how many log lines were lost; it may block. Throws when the log cannot be opened.
    public static FlightRecorder start(Settings settings, Clocks clocks, Consumer<String> notices)
            throws IOException {
        return new FlightRecorder(clocks, notices, open(settings.accessLog(), notices));
    }

    /// Takes new settings: another destination or form of the log. Keeps the old log and throws
    /// when the new one cannot be opened.
    public synchronized void apply(Settings settings) throws IOException {
        if (settings.accessLog().equals(log.settings)) return;
        Log old = log;
        log = open(settings.accessLog(), notices);
        close(old);
    }

    /// Has the log's file opened anew, after it was rotated.
    public void reopen() {
        AccessLog open = log.lines;
        if (open != null) open.reopen();
    }

    /// What went wrong lately.
    public Incidents incidents() {
        return incidents;
    }

    /// What there is to count.
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void completed(ExchangeRecord exchange) {
        metrics.completed(exchange);
        write(exchange, null);
    }

    @Override
    public Diagnosis diagnose(Failure failure) {
        return Diagnoser.diagnose(
                failure, IncidentId.create(clocks.epochMillis().getAsLong(), clocks.random()));
    }

    @Override
    public void failed(ExchangeRecord exchange, Diagnosis diagnosis) {
        metrics.failed(exchange, diagnosis.failure());
        write(exchange, diagnosis);
        keep(exchange, diagnosis);
    }

    /// Writes the log lines that wait, for at most two seconds.
    @Override
    public synchronized void close() {
        Log last = log;
        log = new Log(last.settings, null, last.format);
        close(last);
    }

    private void write(ExchangeRecord exchange, @Nullable Diagnosis diagnosis) {
        Log current = log;
        if (current.lines == null) return;
        Line line = lines.get();
        current.format.encode(exchange, diagnosis, line);
        current.lines.write(line);
    }

    private void keep(ExchangeRecord exchange, Diagnosis diagnosis) {
        IncidentId id = diagnosis.incident();
        String request = IncidentOf.requestId(exchange);
        var symptom = diagnosis.failure().symptom();
        Optional<IncidentId> like = storms.pass(exchange.upstream, symptom, id);
        if (like.isPresent()) {
            var repeat = new Repeat(id, request, exchange.upstream, symptom, like.get());
            incidents.keepShort(id, request, repeat.toJson());
        } else {
            incidents.keep(id, request, IncidentOf.json(exchange, diagnosis));
        }
    }

    private void close(Log old) {
        if (old.lines == null) return;
        old.lines.close();
        droppedEarlier.add(old.lines.dropped());
    }

    private long droppedLines() {
        AccessLog open = log.lines;
        return droppedEarlier.sum() + (open == null ? 0 : open.dropped());
    }

    private long writtenLines() {
        AccessLog open = log.lines;
        return open == null ? 0 : open.written();
    }

    private void own(String name, String help, java.util.function.LongSupplier value) {
        metrics.show(new Gauge(name, help, List.of(), value));
    }

    private static Log open(AccessLogSettings settings, Consumer<String> notices)
            throws IOException {
        AccessLog lines =
                settings.to().equals("off")
                        ? null
                        : AccessLog.start(settings.to(), settings.queue(), notices);
        LineFormat format =
                switch (settings.format()) {
                    case JSON -> new JsonFormat();
                    case COMBINED -> new CombinedFormat();
                };
        return new Log(settings, lines, format);
    }
}

package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.List;
import java.util.Optional;

/// The catalogue of formats. A new one is a class beside this one and a line here; the more
/// specific stand before the more general.
public final class Dialects {
    /// All of them.
    public static final List<Dialect> ALL =
            List.of(
                    new HaproxyHttp(),
                    new HaproxyTcp(),
                    new SquidAccess(),
                    new TrafficServer(),
                    new Varnish(),
                    new ApacheAccess(),
                    new NginxAccess(),
                    new PhpFpm(),
                    new NginxError(),
                    new ApacheError(),
                    new HaproxyEvent(),
                    new PhpError(),
                    new NginxJson(),
                    new NginxPairs(),
                    new NginxCustom());

    private Dialects() {}

    /// What the line says by the first dialect that knows its form.
    public static Optional<Entry> read(Line line, Clock clock) {
        for (Dialect dialect : ALL) {
            Optional<Entry> entry = dialect.read(line, clock);
            if (entry.isPresent()) return entry;
        }
        return Optional.empty();
    }
}

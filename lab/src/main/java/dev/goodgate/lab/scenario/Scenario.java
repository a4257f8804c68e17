package dev.goodgate.lab.scenario;

import java.util.Arrays;
import java.util.List;

/// One row of the fault catalogue, playable: its variants and where they run. The row is right when
/// every variant is.
public record Scenario(String id, Lane lane, List<Probe> probes) {
    public Scenario {
        probes = List.copyOf(probes);
    }

    /// A scenario of these variants, all of one row, that runs beside others.
    static Scenario of(Probe... probes) {
        return new Scenario(probes[0].row(), Lane.SHARED, Arrays.asList(probes));
    }

    /// The same in another lane.
    Scenario in(Lane other) {
        return new Scenario(id, other, probes);
    }

    /// Its row: what goes wrong and what must come of it.
    public Row row() {
        return Rows.of(id);
    }
}

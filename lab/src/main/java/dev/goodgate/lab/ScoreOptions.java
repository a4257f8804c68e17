package dev.goodgate.lab;

import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.scenario.Encounter.Scale;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongSupplier;

/// How a score is taken. `only` empty means every scenario; `base` empty means any free ports;
/// `command` starts the gateway as a process for the scenarios that freeze or confine it, empty:
/// those are skipped. `seed` decides the ports and the order ([#CATALOGUE_ORDER]: that of the
/// catalogue). `nanos` is the monotonic clock.
public record ScoreOptions(
        Gateway gateway,
        Path folder,
        long seed,
        int parallel,
        Scale scale,
        Set<String> only,
        OptionalInt base,
        List<String> command,
        LongSupplier nanos) {
    public static final int PARALLEL = 12;

    /// The seed that leaves the scenarios in the order of the catalogue.
    public static final long CATALOGUE_ORDER = 0;

    public ScoreOptions {
        only = Set.copyOf(only);
        command = List.copyOf(command);
    }

    /// Every scenario, scaled down, on free ports.
    public static ScoreOptions of(
            Gateway gateway, Path folder, List<String> command, LongSupplier nanos) {
        return new ScoreOptions(
                gateway,
                folder,
                CATALOGUE_ORDER,
                PARALLEL,
                Scale.SMALL,
                Set.of(),
                OptionalInt.empty(),
                command,
                nanos);
    }

    /// The same for these rows only.
    public ScoreOptions only(Set<String> rows) {
        return new ScoreOptions(gateway, folder, seed, parallel, scale, rows, base, command, nanos);
    }

    /// The same on these ports.
    public ScoreOptions at(int first) {
        return new ScoreOptions(
                gateway,
                folder,
                seed,
                parallel,
                scale,
                only,
                OptionalInt.of(first),
                command,
                nanos);
    }

    /// The same with this seed.
    public ScoreOptions seeded(long other) {
        return new ScoreOptions(
                gateway, folder, other, parallel, scale, only, base, command, nanos);
    }

    /// The same at the full size of the rows.
    public ScoreOptions full() {
        return new ScoreOptions(
                gateway, folder, seed, parallel, Scale.FULL, only, base, command, nanos);
    }

    /// True when this row is to be run.
    public boolean wants(String row) {
        return only.isEmpty() || only.contains(row);
    }
}

package dev.goodgate.lab.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every scenario. A new one is a line in the family it belongs to; a new family is a class and a
/// line here.
public final class Catalogue {
    /// All scenarios by id.
    public static final List<Scenario> ALL =
            Stream.of(
                            DnsScenarios.ALL,
                            ConnectScenarios.ALL,
                            HeadScenarios.ALL,
                            TimingScenarios.ALL,
                            BodyScenarios.ALL,
                            ReuseScenarios.ALL,
                            ClientScenarios.ALL,
                            ProcessScenarios.ALL)
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(Scenario::id))
                    .toList();

    /// Rows that no scenario plays, and why: what they must yield is a timing, measured by `bench`.
    public static final Map<String, String> BENCHMARKS =
            Map.of(
                    "D15", "the oracle is the p99 of other routes: a benchmark",
                    "M12", "the oracle is the latency the gateway adds: a benchmark",
                    "O05", "the oracle is goodput at ten times the capacity: a benchmark");

    private static final Map<String, Probe> PROBES =
            ALL.stream()
                    .flatMap(scenario -> scenario.probes().stream())
                    .collect(Collectors.toUnmodifiableMap(Probe::id, Function.identity()));

    private Catalogue() {}

    /// The probe of this id. Throws IllegalArgumentException when there is none.
    public static Probe probe(String id) {
        Probe probe = PROBES.get(id);
        if (probe == null) {
            throw new IllegalArgumentException("no probe " + id);
        }
        return probe;
    }
}

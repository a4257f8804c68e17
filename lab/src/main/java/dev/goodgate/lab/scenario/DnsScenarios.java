package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.fault.Resolution;
import dev.goodgate.lab.fault.Resolution.Addresses;
import java.util.List;
import java.util.stream.IntStream;

/// The resolver fails, lies or changes its mind.
final class DnsScenarios {
    private static final List<String> GOOD = List.of("127.0.0.1");
    private static final List<String> MANY =
            IntStream.range(0, 500)
                    .mapToObj(i -> "127.1." + i / 250 + "." + (1 + i % 250))
                    .toList();

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(failing("D01", new Resolution.Code(3))),
                    Scenario.of(failing("D02", new Resolution.Code(2))),
                    Scenario.of(failing("D03", new Resolution.Silence()).with("resolve", "500ms")),
                    Scenario.of(failing("D04", new Resolution.Empty())),
                    Scenario.of(failing("D05", new Resolution.Code(5))),
                    Scenario.of(failing("D06", new Resolution.Truncated())),
                    Scenario.of(named("D07", new Resolution.Spoofed(20, addresses(GOOD)), GOOD)),
                    Scenario.of(failing("D08", new Resolution.AliasLoop())),
                    Scenario.of(failing("D09", new Resolution.Malformed())),
                    Scenario.of(
                            named(
                                    "D10-private",
                                    addresses(List.of("127.6.6.6")),
                                    List.of("127.6.6.6")),
                            failing("D10-metadata", addresses(List.of("169.254.169.254"))),
                            failing("D10-loopback6", addresses(List.of("::1")))),
                    Scenario.of(
                            named("D11", new Resolution.DiesAfterFirst(addresses(GOOD)), GOOD)
                                    .with("resolve", "500ms")
                                    .by(DnsDrives.untilStale())),
                    Scenario.of(
                            named(
                                            "D12",
                                            new Resolution.Swaps(
                                                    addresses(List.of("127.0.0.2")),
                                                    addresses(List.of("127.0.0.3"))),
                                            List.of("127.0.0.2", "127.0.0.3"))
                                    .by(DnsDrives.moving())),
                    Scenario.of(
                            named(
                                            "D13",
                                            addresses(List.of("127.0.0.2", "127.0.0.3")),
                                            List.of("127.0.0.3"))
                                    .by(Drives.untilTried(2, Drives.get()))),
                    Scenario.of(
                                    named(
                                                    "D14",
                                                    addresses(List.of("2001:db8::1", "127.0.0.1")),
                                                    GOOD)
                                            .by(Drives.untilTried(2, Drives.get())))
                            .in(Lane.NAMESPACE),
                    Scenario.of(named("D16", new Resolution.OverTcp(addresses(MANY)), MANY)),
                    Scenario.of(
                            named("D17", new Resolution.Addresses(GOOD, 0), GOOD)
                                    .by(DnsDrives.countingQueries())));

    private DnsScenarios() {}

    private static Probe failing(String id, Resolution resolution) {
        return named(id, resolution, List.of());
    }

    /// A connection serves one request, so that each request needs the name.
    private static Probe named(String id, Resolution resolution, List<String> serving) {
        return probe(id, new Fault.Named(resolution, serving, Dialogue.servesOnce()))
                .with("resolve", "3s");
    }

    private static Addresses addresses(List<String> literals) {
        return new Addresses(literals, 1);
    }
}

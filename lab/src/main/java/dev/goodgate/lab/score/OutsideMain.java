package dev.goodgate.lab.score;

import dev.goodgate.lab.CommandStarter;
import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.config.LabConfig;
import dev.goodgate.lab.scenario.Encounter.Scale;
import dev.goodgate.lab.scenario.Lane;
import dev.goodgate.lab.scenario.Scenario;
import dev.goodgate.lab.serve.Shell;
import dev.goodgate.lab.serve.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// The program of [Outside]: starts the gateway as a process and runs the scenarios named, one at a
/// time but for the one that only waits. Arguments: gateway, folder, seed, scale, rows, command.
/// Prints a report.
final class OutsideMain {
    /// Waits half a minute for a client that is gone, and disturbs nobody.
    private static final String PATIENT = "X05";

    private OutsideMain() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        Gateway gateway = Gateway.valueOf(words.get(0));
        Path folder = Path.of(words.get(1));
        long seed = Long.parseLong(words.get(2));
        var random = new Random(seed + 1);
        Scale scale = Scale.valueOf(words.get(3));
        Set<String> rows = Set.of(words.get(4).split(","));
        List<Scenario> scenarios =
                Course.ordered(seed).stream().filter(s -> rows.contains(s.id())).toList();
        if (scenarios.stream().anyMatch(s -> s.lane() == Lane.NAMESPACE)) {
            Shell.run("ip", "link", "set", "lo", "up");
            Shell.run("nft", "add table inet lab");
            Shell.run("nft", "add chain inet lab in { type filter hook input priority 0 ; }");
        }
        var starter = new CommandStarter(gateway, words.subList(5, words.size()));
        try (Site site =
                        Site.anywhere(
                                base -> Course.plan(base, folder),
                                Course.probes(scenarios)::contains,
                                random);
                var bench =
                        new Bench(
                                starter.start(
                                        LabConfig.forGateway(gateway, site.plan()), site.plan()),
                                site.signals())) {
            var runner = new Runner(site, bench, scale, System::nanoTime);
            System.out.println(Report.of(run(runner, scenarios).stream()).json());
        }
    }

    private static List<Result> run(Runner runner, List<Scenario> scenarios) {
        List<CompletableFuture<Result>> patient =
                scenarios.stream()
                        .filter(s -> s.id().equals(PATIENT))
                        .map(s -> CompletableFuture.supplyAsync(() -> runner.run(s)))
                        .toList();
        List<Result> results = new ArrayList<>();
        scenarios.stream()
                .filter(s -> !s.id().equals(PATIENT))
                .forEach(s -> results.add(runner.run(s)));
        patient.forEach(future -> results.add(future.join()));
        return results;
    }
}

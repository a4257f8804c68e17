package dev.goodgate.lab;

import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.config.LabConfig;
import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.score.Report;
import dev.goodgate.lab.serve.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The lab without the rest of Goodgate, for whoever works on it: `score GATEWAY [ROW,…|all]
/// [COMMAND…]` and `config GATEWAY`.
final class LabMain {
    private LabMain() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        Gateway gateway = Gateway.valueOf(words.get(1).toUpperCase(Locale.ROOT));
        switch (words.getFirst()) {
            case "config" -> {
                var probes = Catalogue.ALL.stream().flatMap(s -> s.probes().stream()).toList();
                System.out.print(
                        LabConfig.forGateway(
                                gateway, new Plan(probes, Plan.BASE, Path.of("/tmp"))));
            }
            case "score" -> score(gateway, words);
            default -> throw new IllegalArgumentException(words.getFirst());
        }
    }

    private static void score(Gateway gateway, List<String> words) throws IOException {
        List<String> command =
                words.size() > 3
                        ? new ArrayList<>(words.subList(3, words.size()))
                        : gateway.command();
        Path folder = Files.createTempDirectory("goodgate-lab");
        ScoreOptions options = ScoreOptions.of(gateway, folder, command, System::nanoTime);
        if (words.size() > 2 && !words.get(2).equals("all")) {
            options = options.only(Set.of(words.get(2).split(",")));
        }
        long start = System.nanoTime();
        Report report = Score.run(new CommandStarter(gateway, command), options);
        System.out.println(report.json());
        System.err.print(report.text());
        System.err.println((System.nanoTime() - start) / 1_000_000 + " ms, files in " + folder);
    }
}

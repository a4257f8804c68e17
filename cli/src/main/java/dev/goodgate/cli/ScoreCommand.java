package dev.goodgate.cli;

import dev.goodgate.lab.CommandStarter;
import dev.goodgate.lab.Insight;
import dev.goodgate.lab.ProxyUnderTest;
import dev.goodgate.lab.Score;
import dev.goodgate.lab.ScoreOptions;
import dev.goodgate.lab.Starter;
import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.score.Report;
import dev.goodgate.lab.serve.Plan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// `goodgate score`: the lab's scenarios through any gateway.
final class ScoreCommand implements Command {
    private static final Option PROXY =
            Option.valued(
                    "--proxy", "URL", "One that runs with `lab config`; else one is started.");
    private static final Option GATEWAY =
            Option.valued("--gateway", "NAME", "Which one: " + Gateways.NAMES + ". [goodgate]");
    private static final Option ONLY =
            Option.valued("--only", "ID,…", "These faults only, as `lab list` names them.");

    private static final Option FULL =
            Option.flag("--full", "Amounts as the faults name them: 5 and 10 GB; takes minutes.");
    private static final Option SEED =
            Option.valued("--seed", "N", "Another order and other ports; same seed, same run.");

    @Override
    public Usage usage() {
        return new Usage(
                "score",
                "Drive every fault through a gateway and judge it.",
                "",
                0,
                List.of(PROXY, GATEWAY, ONLY, FULL, SEED, Option.JSON, Option.LANG),
                List.of(
                        "Of Goodgate everything is judged: status, completeness, headers, page, log"
                                + " and incident; of others the wire only. Takes up to three"
                                + " minutes. Ends with 1 when a fault was taken wrongly.",
                        "Faults that need packets to be lost or a process to be frozen run under"
                                + " unshare -n; where that is refused they are skipped with the"
                                + " reason, and not counted."),
                List.of(
                        new Usage.Example("goodgate score", "Goodgate itself"),
                        new Usage.Example("goodgate score --gateway nginx", "nginx of this system"),
                        new Usage.Example(
                                "goodgate score --proxy http://127.0.0.1:21000",
                                "whatever runs there with the lab's configuration")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) throws IOException {
        Optional<Gateway> gateway = Gateways.named(arguments.value(GATEWAY).orElse("goodgate"));
        if (gateway.isEmpty()) {
            terminal.say(
                    "score: --gateway "
                            + arguments.value(GATEWAY).orElse("")
                            + " (expected: "
                            + Gateways.NAMES
                            + ")");
            return Exit.WRONG;
        }
        Optional<String> proxy = arguments.value(PROXY);
        Optional<InetSocketAddress> address = proxy.flatMap(Address::of);
        if (proxy.isPresent() && address.isEmpty()) {
            terminal.say(
                    "score: --proxy "
                            + proxy.get()
                            + " (expected: a URL such as http://127.0.0.1:21000)");
            return Exit.WRONG;
        }
        if (seed(arguments).isEmpty()) {
            terminal.say(
                    "score: --seed "
                            + arguments.value(SEED).orElse("")
                            + " is no whole number (expected: such as 7)");
            return Exit.WRONG;
        }
        return score(gateway.get(), address, arguments, terminal);
    }

    private static Exit score(
            Gateway gateway,
            Optional<InetSocketAddress> address,
            Arguments arguments,
            Terminal terminal)
            throws IOException {
        Scratch scratch = Scratch.named("goodgate-lab");
        Path folder = scratch.folder();
        try {
            Report report =
                    address.isPresent()
                            ? foreign(address.get(), folder, arguments)
                            : started(gateway, folder, arguments);
            boolean json = arguments.has(Option.JSON);
            terminal.out().print(json ? report.json() + "\n" : report.text());
            if (report.summary().wrong() > 0) {
                terminal.say("more in " + folder);
                return Exit.PROBLEM;
            }
            scratch.close();
            return Exit.FINE;
        } catch (IOException e) {
            terminal.say(e.getMessage() + " (more in " + folder + ")");
            return Exit.FAILED;
        }
    }

    private static Report started(Gateway gateway, Path folder, Arguments arguments)
            throws IOException {
        boolean ours = gateway == Gateway.GOODGATE;
        List<String> command = ours ? OwnGateway.command() : gateway.command();
        ScoreOptions options = ScoreOptions.of(gateway, folder, command, System::nanoTime);
        return Score.run(new CommandStarter(gateway, command), wanted(options, arguments));
    }

    /// The gateway is there already, with the configuration of `lab config`, and stays.
    private static Report foreign(InetSocketAddress address, Path folder, Arguments arguments)
            throws IOException {
        ScoreOptions options =
                ScoreOptions.of(Gateway.NGINX, folder, List.of(), System::nanoTime).at(Plan.BASE);
        Starter starter = (_, _) -> new Foreign(address);
        return Score.run(starter, wanted(options, arguments));
    }

    private static ScoreOptions wanted(ScoreOptions options, Arguments arguments) {
        ScoreOptions seeded = options.seeded(seed(arguments).orElse(ScoreOptions.CATALOGUE_ORDER));
        ScoreOptions scaled = arguments.has(FULL) ? seeded.full() : seeded;
        Optional<String> only = arguments.value(ONLY);
        return only.isEmpty() ? scaled : scaled.only(Set.of(only.get().split(",", -1)));
    }

    /// Empty where what was given is no number.
    private static OptionalLong seed(Arguments arguments) {
        Optional<String> given = arguments.value(SEED);
        if (given.isEmpty()) return OptionalLong.of(ScoreOptions.CATALOGUE_ORDER);
        try {
            return OptionalLong.of(Long.parseLong(given.get()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private record Foreign(InetSocketAddress address) implements ProxyUnderTest {
        @Override
        public Optional<Insight> insight() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}

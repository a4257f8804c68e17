package dev.goodgate.cli;

import dev.goodgate.gateway.Gateway;
import dev.goodgate.gateway.StartFailure;
import dev.goodgate.gateway.admin.Reload;
import dev.goodgate.gateway.config.ConfigWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `goodgate run`: the gateway, until it is told to stop.
final class RunCommand implements Command {
    private static final Path USUAL_FILE = Path.of("goodgate.yaml");
    private static final Option LISTEN =
            Option.valued("--listen", "ADDR", "HOST:PORT, :PORT or unix:PATH. [127.0.0.1:8080]");
    private static final Option TO =
            Option.valued("--to", "URL", "Send everything there; give it again to share the load.");
    private static final Option ADMIN =
            Option.valued("--admin", "ADDR", "The operator's listener, or off. [127.0.0.1:9900]");

    @Override
    public Usage usage() {
        return new Usage(
                "run",
                "Run the gateway.",
                "[CONFIG]",
                1,
                List.of(LISTEN, TO, ADMIN, Option.JSON, Option.LANG),
                List.of(
                        "With --to no configuration file is needed. With CONFIG (or a goodgate.yaml"
                                + " in this folder), --listen and --admin replace what the file"
                                + " says.",
                        "A changed file is checked and put in force while everything runs, and so"
                                + " on SIGHUP; a file with faults changes nothing. SIGTERM and"
                                + " SIGINT let running exchanges finish, then end the process."),
                List.of(
                        new Usage.Example(
                                "goodgate run --to http://127.0.0.1:3000",
                                "one application, reachable at http://127.0.0.1:8080"),
                        new Usage.Example(
                                "goodgate run --listen :80 --to http://10.0.0.1:3000"
                                        + " --to http://10.0.0.2:3000",
                                "two of them, on all addresses of this machine"),
                        new Usage.Example("goodgate run goodgate.yaml", "what the file says")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) throws InterruptedException {
        List<String> to = arguments.values(TO);
        Optional<Path> file = arguments.operand(0).map(Path::of);
        if (file.isEmpty() && to.isEmpty() && Files.exists(USUAL_FILE)) {
            file = Optional.of(USUAL_FILE);
        }
        Optional<String> missing = RunSource.missing(file, to);
        if (missing.isPresent()) {
            terminal.say("run: " + missing.get());
            return Exit.WRONG;
        }
        RunSource source =
                new RunSource(
                        file,
                        arguments.values(LISTEN),
                        to,
                        arguments.value(ADMIN),
                        System.getenv());
        try {
            Gateway gateway = Gateway.start(source, terminal::say);
            Service.stopsOrderly(gateway, terminal, () -> {});
            Service.announce(gateway, terminal);
            if (arguments.has(Option.JSON)) terminal.out().println(Service.json(gateway));
            file.ifPresent(path ->
                    ConfigWatch.start(
                            path,
                            () -> gateway.settings().errorPageFiles(),
                            () -> reload(gateway, terminal)));
            return Service.untilStopped();
        } catch (StartFailure failure) {
            failure.faults().forEach(terminal::say);
            return Exit.WRONG;
        }
    }

    private static void reload(Gateway gateway, Terminal terminal) {
        switch (gateway.reload()) {
            case Reload.Result.Applied() -> terminal.say("the changed configuration is in force");
            case Reload.Result.Refused(List<String> faults) -> {
                faults.forEach(terminal::say);
                terminal.say("the configuration before stays in force");
            }
        }
    }
}

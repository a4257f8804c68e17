package dev.goodgate.cli;

import java.util.List;

/// `goodgate run`: the gateway, until it is told to stop.
final class RunCommand implements Command {
    private static final Option LISTEN =
            Option.valued(
                    "--listen", "ADDR", "Listen here instead: HOST:PORT, :PORT or unix:PATH.");
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
                        "With --to no configuration file is needed. With CONFIG, --listen and"
                                + " --admin replace what the file says. SIGHUP reads the file anew;"
                                + " SIGTERM and SIGINT let running exchanges finish, then end."),
                List.of(
                        new Usage.Example(
                                "goodgate run --to http://127.0.0.1:3000",
                                "one application, reachable at http://127.0.0.1:8080"),
                        new Usage.Example(
                                "goodgate run --listen :8080 --to http://10.0.0.1:3000 --to http://10.0.0.2:3000",
                                "two of them, on all addresses of this machine"),
                        new Usage.Example("goodgate run goodgate.yaml", "what the file says")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        terminal.say("run is not there yet");
        return Exit.FAILED;
    }
}

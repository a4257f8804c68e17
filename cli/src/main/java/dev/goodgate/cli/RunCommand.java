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
                List.of(),
                List.of());
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        terminal.say("run is not there yet");
        return Exit.FAILED;
    }
}

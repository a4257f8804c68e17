package dev.goodgate.cli;

import dev.goodgate.lab.LabServer;
import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.config.LabConfig;
import dev.goodgate.lab.serve.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `goodgate lab config`: a configuration that leads a gateway to the lab.
final class LabConfigCommand implements Command {
    private static final Option FOR =
            Option.valued("--for", "NAME", "The gateway: " + Gateways.NAMES + ".");

    @Override
    public Usage usage() {
        return new Usage(
                "lab config",
                "Print a configuration that leads a gateway to the lab.",
                "",
                0,
                List.of(FOR, Option.JSON, Option.LANG),
                List.of(
                        "The path /ID/… goes to the fault of that id; time limits are a tenth of"
                                + " the usual ones. The gateway listens on port 21000."),
                List.of(
                        new Usage.Example(
                                "goodgate lab config --for nginx > nginx.conf",
                                "then start nginx with it, and goodgate score --proxy")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        Optional<Gateway> gateway = arguments.value(FOR).flatMap(Gateways::named);
        if (gateway.isEmpty()) {
            terminal.say("lab config: name the gateway with --for (" + Gateways.NAMES + ")");
            return Exit.WRONG;
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "goodgate-lab");
        terminal.out()
                .print(LabConfig.forGateway(gateway.get(), LabServer.plan(Plan.BASE, folder)));
        return Exit.FINE;
    }
}

package dev.goodgate.cli;

import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.lab.LabServer;
import dev.goodgate.lab.serve.Plan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// `goodgate lab`: faults on demand, until it is told to stop.
final class LabCommand implements Command {
    private static final String USUAL = "127.0.0.1:21003";
    private static final Option LISTEN =
            Option.valued("--listen", "ADDR", "Where faults are played by path. [" + USUAL + "]");

    @Override
    public Usage usage() {
        return new Usage(
                "lab",
                "Play faults on demand, for any gateway.",
                "",
                0,
                List.of(LISTEN, Option.JSON, Option.LANG),
                List.of(
                        "The path /ID/ plays the fault of that id, / lists them all. Faults that"
                                + " need an address of their own (refused, silent, resolved) have one"
                                + " from port 21000 on, all on this machine only. Ctrl-C ends it."),
                List.of(
                        new Usage.Example("goodgate lab", "then open http://127.0.0.1:21003/"),
                        new Usage.Example(
                                "goodgate lab --listen 127.0.0.1:3000",
                                "where your gateway looks for its application")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws IOException, InterruptedException {
        Optional<InetSocketAddress> listen = Address.of(arguments.value(LISTEN).orElse(USUAL));
        if (listen.isEmpty()) {
            terminal.say(
                    "lab: --listen "
                            + arguments.value(LISTEN).orElse(USUAL)
                            + " (expected: HOST:PORT with an IP address as host)");
            return Exit.WRONG;
        }
        Path folder = Scratch.ofProcess("goodgate-lab").folder();
        try (LabServer lab = LabServer.open(listen.get(), Plan.BASE, folder)) {
            terminal.err().println("faults on http://" + Service.text(lab.address()) + "/");
            if (arguments.has(Option.JSON)) {
                Json json = new Json().open().member("listening", Service.text(lab.address()));
                terminal.out().println(json.close());
            }
            new CountDownLatch(1).await();
            return Exit.FINE;
        } catch (IOException e) {
            terminal.say("the lab cannot be opened: " + e.getMessage());
            return Exit.WRONG;
        }
    }
}

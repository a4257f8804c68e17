package dev.goodgate.cli;

import dev.goodgate.lab.attack.Attack;
import dev.goodgate.lab.attack.Report;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// `goodgate lab attack`: malformed requests through any gateway.
final class LabAttackCommand implements Command {
    private static final Path HARNESS = Path.of("examples", "attack-harness", "goodgate.yaml");
    private static final Option PROXY =
            Option.valued("--proxy", "ADDR", "A gateway that runs already; else ours is started.");
    private static final Option UPSTREAM =
            Option.valued("--upstream", "ADDR", "Where that gateway sends to. [127.0.0.1:18081]");

    @Override
    public Usage usage() {
        return new Usage(
                "lab attack",
                "Send malformed requests through a gateway.",
                "FILE",
                1,
                List.of(PROXY, UPSTREAM, Option.JSON, Option.LANG),
                List.of(
                        "Each line of FILE holds a request and what is right for it. It is sent"
                                + " whole, octet by octet and cut at up to 32 places, and is right"
                                + " only if each of these is. How to set up another gateway is in"
                                + " examples/attack-harness. Ends with 1 when a line is wrong."),
                List.of(
                        new Usage.Example(
                                "goodgate lab attack examples/attack-harness/h1-attacks-open.jsonl",
                                "through our own gateway"),
                        new Usage.Example(
                                "goodgate lab attack --proxy 127.0.0.1:8080 --json FILE",
                                "through one that runs already")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        if (arguments.operand(0).isEmpty()) {
            terminal.say("lab attack: name the file with the requests");
            return Exit.WRONG;
        }
        Path file = Path.of(arguments.operand(0).get());
        if (!Files.isReadable(file)) {
            terminal.say(file + ": no such file, or no permission to read it");
            return Exit.WRONG;
        }
        Optional<InetSocketAddress> upstream =
                Address.of(arguments.value(UPSTREAM).orElse("127.0.0.1:18081"));
        Optional<String> proxy = arguments.value(PROXY);
        Optional<InetSocketAddress> address = proxy.flatMap(Address::of);
        if (upstream.isEmpty() || (proxy.isPresent() && address.isEmpty())) {
            String seen = upstream.isEmpty() ? arguments.value(UPSTREAM).orElse("") : proxy.get();
            terminal.say(
                    "lab attack: " + seen + " (expected: HOST:PORT with an IP address as host)");
            return Exit.WRONG;
        }
        Attack.Target target =
                address.<Attack.Target>map(to -> new Attack.Target.Foreign(to, upstream.get()))
                        .orElseGet(() -> new Attack.Target.Ours(LabAttackCommand::ours));
        try {
            Report report = Attack.run(file, target, Attack.Options.usual(), System::nanoTime);
            boolean json = arguments.has(Option.JSON);
            terminal.out().print(json ? report.json() + "\n" : report.text());
            boolean fine = report.count(Report.Verdict.WRONG) == 0 && report.faults().isEmpty();
            return fine ? Exit.FINE : Exit.PROBLEM;
        } catch (IOException e) {
            terminal.say(String.valueOf(e.getMessage()));
            return Exit.FAILED;
        }
    }

    private static Attack.Running ours(InetSocketAddress upstream) throws IOException {
        OwnGateway gateway =
                OwnGateway.start(
                        Home.folder().resolve(HARNESS),
                        Map.of(
                                "LISTEN", "127.0.0.1:0",
                                "ADMIN", "127.0.0.1:0",
                                "UPSTREAM", Service.text(upstream)));
        return new Attack.Running() {
            @Override
            public InetSocketAddress address() {
                return gateway.address();
            }

            @Override
            public OptionalLong pid() {
                return OptionalLong.of(gateway.pid());
            }

            @Override
            public void close() {
                gateway.close();
            }
        };
    }
}

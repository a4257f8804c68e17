package dev.goodgate.cli;

import dev.goodgate.gateway.Gateway;
import dev.goodgate.gateway.StartFailure;
import dev.goodgate.gateway.config.ConfigFile;
import dev.goodgate.lab.config.LabConfig;
import dev.goodgate.lab.scenario.Catalogue;
import dev.goodgate.lab.scenario.Probe;
import dev.goodgate.lab.scenario.Rows;
import dev.goodgate.lab.scenario.Scenario;
import dev.goodgate.lab.serve.Plan;
import dev.goodgate.lab.serve.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// `goodgate demo`: the lab and the gateway before it, ready to click.
final class DemoCommand implements Command {
    private static final int USUAL_PORT = 8080;
    private static final int USUAL_ADMIN_PORT = 9900;

    /// Faults that a click in a browser shows within seconds.
    private static final Set<String> SHOWN =
            Set.of(
                    "C01", "C02", "C07", "C08", "C18", "D01", "D02", "H03", "H06", "H12", "H20",
                    "H31", "H32", "M01", "O01");

    @Override
    public Usage usage() {
        return new Usage(
                "demo",
                "Show what a failure looks like, in your browser.",
                "",
                0,
                List.of(Option.JSON, Option.LANG),
                List.of(
                        "Starts an application, a dozen broken ones, and Goodgate before them, all"
                                + " on this machine only. Prints what to click. Ctrl-C ends it."),
                List.of(new Usage.Example("goodgate demo", "then open http://127.0.0.1:8080/")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal)
            throws IOException, InterruptedException {
        List<Probe> probes =
                Catalogue.ALL.stream()
                        .filter(scenario -> SHOWN.contains(scenario.id()))
                        .map(Scenario::probes)
                        .map(List::getFirst)
                        .toList();
        try (Scratch scratch = Scratch.named("goodgate-demo");
                Site site =
                        Site.anywhere(
                                base -> new Plan(probes, base, scratch.folder()), new Random());
                DemoApplication home = new DemoApplication(probes)) {
            String yaml = yaml(site.plan(), home.port());
            ConfigFile.Reading reading = ConfigFile.read("demo", yaml, Map.of());
            Gateway gateway = Gateway.start(() -> reading, terminal::say);
            Service.stopsOrderly(gateway, terminal, scratch::close);
            home.knows(gateway.admin().map(Service::text).orElse(""));
            Service.announce(gateway, terminal);
            if (arguments.has(Option.JSON)) terminal.out().println(Service.json(gateway));
            else terminal.out().print(guide(gateway, probes));
            return Service.untilStopped();
        } catch (StartFailure failure) {
            failure.faults().forEach(terminal::say);
            return Exit.WRONG;
        }
    }

    /// The lab's configuration with the application that works before everything else.
    private static String yaml(Plan plan, int home) {
        return LabConfig.forGateway(dev.goodgate.lab.config.Gateway.GOODGATE, plan)
                .replace(address(plan.gatewayPort()), address(free(USUAL_PORT)))
                .replace(address(plan.adminPort()), address(free(USUAL_ADMIN_PORT)))
                .replace(
                        "routes:\n",
                        "routes:\n  - { name: home, match: { exact: / }, upstream: home }\n")
                .replace(
                        "upstreams:\n",
                        "upstreams:\n  home: { endpoints: [ \"http://127.0.0.1:"
                                + home
                                + "\" ] }\n")
                .replace("to: \"" + plan.accessLog() + "\", format: json", "to: \"off\"");
    }

    private static String address(int port) {
        return "\"127.0.0.1:" + port + "\"";
    }

    /// That port where nobody has it, else 0: any.
    private static int free(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return port;
        } catch (IOException taken) {
            return 0;
        }
    }

    private static String guide(Gateway gateway, List<Probe> probes) {
        String url = Service.url(gateway);
        StringBuilder text = new StringBuilder("\nOpen this in a browser:\n\n");
        text.append("  ").append(url).append("/\n\nOr ask on the command line:\n\n");
        for (Probe probe : probes) {
            String fault = Rows.of(probe.row()).fault();
            text.append("  curl -i ").append(url).append('/').append(probe.id()).append("/   # ");
            text.append(fault).append('\n');
        }
        gateway.admin()
                .ifPresent(at ->
                        text.append("\nWhat the operator sees: http://")
                                .append(Service.text(at))
                                .append("/\n"));
        return text.append("Ctrl-C ends it.\n\n").toString();
    }
}

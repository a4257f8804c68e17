package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.scenario.Catalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The program of a [Mortal] upstream: plays the mortal fault of one probe until it is killed, and
/// prints each mark it reaches. Arguments: the probe's id, the port.
final class MortalMain {
    static final String READY = "ready";

    private MortalMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var fault =
                Catalogue.probe(arguments[0]).upstreams().stream()
                        .filter(Fault.Mortal.class::isInstance)
                        .map(Fault.Mortal.class::cast)
                        .findFirst()
                        .orElseThrow();
        var at =
                new InetSocketAddress(
                        InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(arguments[1]));
        var never = new CountDownLatch(1);
        var signals = new Signals(never, System.out::println);
        try (var _ = new TcpStage(at, List.of(fault.dialogue()), 0, signals, new Ledger())) {
            System.out.println(READY);
            never.await();
        }
    }
}

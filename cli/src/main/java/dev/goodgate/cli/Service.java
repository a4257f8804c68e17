package dev.goodgate.cli;

import dev.goodgate.diagnosis.text.Json;
import dev.goodgate.gateway.Gateway;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A gateway that runs until the process is told to stop.
final class Service {
    private Service() {}

    /// Says on `err` where the gateway listens, one line an address.
    static void announce(Gateway gateway, Terminal terminal) {
        StringBuilder lines = new StringBuilder();
        for (SocketAddress address : gateway.listeners()) {
            lines.append("listening on ").append(text(address)).append('\n');
        }
        gateway.admin().ifPresent(at -> lines.append("admin on ").append(text(at)).append('\n'));
        terminal.err().print(lines);
        terminal.err().flush();
    }

    /// The same as data.
    static String json(Gateway gateway) {
        Json json = new Json().open().list("listening");
        for (SocketAddress address : gateway.listeners()) json.item(text(address));
        json.end();
        gateway.admin().ifPresent(at -> json.member("admin", text(at)));
        return json.close().toString();
    }

    /// Once the process is asked to stop (SIGTERM, SIGINT), running exchanges finish within the
    /// configured time, that last thing is done and the process ends with 0. To be said before the
    /// gateway is announced: who has read where it listens may stop it.
    static void stopsOrderly(Gateway gateway, Terminal terminal, Runnable last) {
        Thread drain =
                Thread.ofPlatform()
                        .name("drain")
                        .unstarted(() -> {
                            terminal.say("stopping, " + running(gateway.connections()));
                            gateway.drain(gateway.settings().drain());
                            terminal.out().flush();
                            last.run();
                            Runtime.getRuntime().halt(Exit.FINE.code());
                        });
        Runtime.getRuntime().addShutdownHook(drain);
    }

    /// Waits for that. Never returns.
    static Exit untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
        return Exit.FINE;
    }

    private static String running(int connections) {
        return connections == 1 ? "1 connection is open" : connections + " connections are open";
    }

    static String text(SocketAddress address) {
        if (!(address instanceof InetSocketAddress tcp)) return "unix:" + address;
        String host = tcp.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + tcp.getPort();
    }

    /// Where a client on this machine reaches the first listener.
    static String url(Gateway gateway) {
        List<SocketAddress> addresses = gateway.listeners();
        return "http://" + text(addresses.getFirst()).replace("0.0.0.0:", "127.0.0.1:");
    }
}

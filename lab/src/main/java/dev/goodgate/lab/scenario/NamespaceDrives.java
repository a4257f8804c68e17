package dev.goodgate.lab.scenario;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.goodgate.lab.serve.Shell;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Clients in a network namespace, where packets can be dropped, delayed and refused. The table
/// `inet lab` with the chain `in` is there already.
final class NamespaceDrives {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Path PORTS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final String SECOND_HOST = "127.0.0.9";
    private static final int MOST_HELD = 5;
    private static final int BELOW = 10_000;

    private NamespaceDrives() {}

    /// Routes that refuse in the four ways the kernel knows.
    static Drive routed(String address) {
        return encounter -> {
            switch (address) {
                case "10.203.3.1" -> route("unreachable", address);
                case "10.203.5.1" -> route("prohibit", address);
                case "10.203.6.1" -> route("blackhole", address);
                default -> {} // no route at all
            }
            return encounter.get();
        };
    }

    private static void route(String kind, String address) throws IOException {
        Shell.run("ip", "route", "replace", kind, address + "/32");
    }

    /// Five ports in all, and the lab holds all five towards the upstream.
    static Drive portsUsedUp() {
        return encounter -> {
            String before = ports();
            List<Socket> held = new ArrayList<>();
            Files.writeString(PORTS, "32768 32772");
            try {
                useUp(held, encounter.stand().place().port());
                return getFromApart(encounter);
            } finally {
                Files.writeString(PORTS, before);
                for (Socket socket : held) {
                    socket.close();
                }
            }
        };
    }

    private static void useUp(List<Socket> held, int port) throws IOException {
        try {
            while (held.size() < MOST_HELD) {
                held.add(new Socket(InetAddress.ofLiteral("127.0.0.1"), port));
            }
        } catch (BindException e) {
            // none is left, as wished
        }
    }

    /// The range in force. The kernel hands such a file out in one reading only.
    private static String ports() throws IOException {
        try (var in = new FileInputStream(PORTS.toFile())) {
            byte[] octets = new byte[64];
            return new String(octets, 0, in.read(octets), US_ASCII);
        }
    }

    /// One port in all, the one that is dialled: TCP connects to itself.
    static Drive ownPort() {
        return encounter -> {
            String before = ports();
            int port = encounter.stand().place().port();
            Files.writeString(PORTS, port + " " + port);
            try {
                return getFromApart(encounter);
            } finally {
                Files.writeString(PORTS, before);
            }
        };
    }

    /// GET from another host's address and a port that is in no range.
    private static Exchange getFromApart(Encounter encounter) throws IOException {
        int port = encounter.stand().place().port() - BELOW;
        var from = new InetSocketAddress(InetAddress.ofLiteral(SECOND_HOST), port);
        try (var client = encounter.connect(from, 0)) {
            return encounter.get(client);
        }
    }

    /// Every second SYN is lost, starting with the first.
    static Drive firstSynLost() {
        return encounter -> {
            drop(encounter, "tcp flags & (syn|ack) == syn numgen inc mod 2 == 0");
            return encounter.get();
        };
    }

    /// Five in a hundred segments are lost, both ways. No request may arrive twice.
    static Drive lossy() {
        return encounter -> {
            drop(encounter, "numgen random mod 100 < 5");
            Shell.run(
                    "nft",
                    "add rule inet lab in tcp sport "
                            + port(encounter)
                            + " numgen random mod 100 < 5 drop");
            Exchange exchange = encounter.get();
            for (int i = 0; i < 20; i++) {
                encounter.fine(exchange);
                long arrived = encounter.ledger().count(exchange.requestId());
                encounter.wire(
                        arrived == 1, exchange.requestId() + " arrived " + arrived + " times");
                exchange = encounter.get();
            }
            return exchange;
        };
    }

    /// 64 kbit/s on the loopback of this namespace.
    static Drive narrow() {
        return encounter -> {
            Shell.run("ip", "link", "set", "lo", "mtu", "1500");
            Shell.run(
                    "tc", "qdisc", "add", "dev", "lo", "root", "tbf", "rate", "64kbit", "burst",
                    "4kb", "latency", "5s");
            try {
                return encounter.get();
            } finally {
                Shell.run("tc", "qdisc", "del", "dev", "lo", "root");
            }
        };
    }

    /// After one exchange the idle upstream connection is dropped without a word, both ways.
    static Drive droppedIdle(String method) {
        return encounter -> {
            try (var client = encounter.connect()) {
                encounter.fine(encounter.get(client));
                int source = encounter.ledger().requests().getFirst().source();
                cut(port(encounter), Integer.toString(source));
                return method.equals("POST") ? encounter.post(client) : encounter.get(client);
            }
        };
    }

    /// The host of the upstream loses its power when half the body is out.
    static Drive powerOff() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("GET", id));
                encounter.wire(
                        encounter.signals().await("sent", SOON), "the upstream was not asked");
                encounter.pause(60);
                int source = encounter.ledger().requests().getFirst().source();
                cut(port(encounter), Integer.toString(source));
                return new Exchange(id, client.read());
            }
        };
    }

    /// The client's host vanishes while it waits: half a minute at most may pass until the gateway
    /// lets the upstream go.
    static Drive vanishedClient() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("GET", id));
                encounter.wire(
                        encounter.signals().await("asked", SOON), "the upstream was not asked");
                cut(
                        Integer.toString(encounter.subject().address().getPort()),
                        Integer.toString(client.localPort()));
                encounter.wire(
                        encounter.ledger().awaitEndings(1, Duration.ofSeconds(32)),
                        "the exchange was not freed within 30 seconds");
                return new Exchange(id, null);
            }
        };
    }

    /// The gateway has its client's descriptor and may not open another.
    static Drive noDescriptors() {
        return encounter -> {
            String pid = Long.toString(encounter.subject().process().orElseThrow().pid());
            try (var client = encounter.connect()) {
                encounter.wire(status(encounter.get(client)) == 200, "not even with descriptors");
                encounter.pause(200);
                String limit =
                        Shell.run("prlimit", "--pid", pid, "-n", "-o", "SOFT", "--noheadings");
                Shell.run("prlimit", "--pid", pid, "--nofile=" + lowestFree(pid) + ":");
                try {
                    return encounter.get(client);
                } finally {
                    Shell.run("prlimit", "--pid", pid, "--nofile=" + limit.strip() + ":");
                }
            }
        };
    }

    private static int status(Exchange exchange) {
        return exchange.answer() == null ? 0 : exchange.answer().status();
    }

    private static int lowestFree(String pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", pid, "fd"))) {
            Set<Integer> used =
                    open.map(path -> Integer.valueOf(path.getFileName().toString()))
                            .collect(Collectors.toSet());
            int lowest = 0;
            while (used.contains(lowest)) {
                lowest++;
            }
            return lowest;
        }
    }

    private static String port(Encounter encounter) {
        return Integer.toString(encounter.stand().place().port());
    }

    private static void drop(Encounter encounter, String condition) throws IOException {
        Shell.run(
                "nft",
                "add rule inet lab in tcp dport " + port(encounter) + " " + condition + " drop");
    }

    /// Drops all that passes between two ports.
    private static void cut(String one, String other) throws IOException {
        Shell.run("nft", "add rule inet lab in tcp dport " + one + " tcp sport " + other + " drop");
        Shell.run("nft", "add rule inet lab in tcp dport " + other + " tcp sport " + one + " drop");
    }
}

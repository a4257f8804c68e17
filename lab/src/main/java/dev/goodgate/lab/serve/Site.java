package dev.goodgate.lab.serve;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.fault.Resolution;
import dev.goodgate.lab.scenario.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// The lab, running: every endpoint of a plan and the name server. All addresses are loopback.
public final class Site implements AutoCloseable {
    private static final int LOWEST = 20_000;
    private static final int REGIONS = 24;
    private static final int REGION = 500;

    private final Plan plan;
    private final Map<String, Stand> stands = new LinkedHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final NameServer names;

    private Site(Plan plan) throws IOException {
        this.plan = plan;
        this.names = new NameServer(at("127.0.0.1", plan.namesPort()));
    }

    /// Opens every place of the plan. Throws BindException when a port is taken, IOException when
    /// something else is in the way; nothing stays open then.
    public static Site open(Plan plan) throws IOException {
        return open(plan, _ -> true);
    }

    /// Opens those places of the plan whose probe is wanted.
    public static Site open(Plan plan, Predicate<Probe> wanted) throws IOException {
        Files.createDirectories(plan.folder());
        Files.createDirectories(plan.sockets());
        var site = new Site(plan);
        try {
            for (Place place : plan.places()) {
                if (wanted.test(place.probe())) {
                    site.open(place);
                }
            }
            return site;
        } catch (IOException | RuntimeException e) {
            site.close();
            throw e;
        }
    }

    /// Opens every place of a plan at the first free run of ports that the random order offers.
    public static Site anywhere(Function<Integer, Plan> plans, RandomGenerator random)
            throws IOException {
        return anywhere(plans, _ -> true, random);
    }

    /// Opens the wanted places at the first free run of ports that the random order offers.
    public static Site anywhere(
            Function<Integer, Plan> plans, Predicate<Probe> wanted, RandomGenerator random)
            throws IOException {
        IOException last = new BindException("no free ports");
        for (int i = 0; i < REGIONS; i++) {
            int base = LOWEST + REGION * random.nextInt(REGIONS);
            try (var _ = new ServerSocket(base, 1, InetAddress.ofLiteral("127.0.0.1"));
                    var _ = new ServerSocket(base + 1, 1, InetAddress.ofLiteral("127.0.0.1"))) {
                return open(plans.apply(base), wanted);
            } catch (BindException e) {
                last = e;
            }
        }
        throw last;
    }

    /// What is where.
    public Plan plan() {
        return plan;
    }

    /// The upstream side of one probe.
    public Stand stand(String probe) {
        Stand stand = stands.get(probe);
        if (stand == null) {
            throw new IllegalArgumentException("no probe " + probe + " in this lab");
        }
        return stand;
    }

    /// Lets time pass. True when the lab stopped meanwhile.
    public Signals signals() {
        return new Signals(stopped, _ -> {});
    }

    private void open(Place place) throws IOException {
        var stand = new Stand(place, signals(), names);
        stands.put(place.probe().id(), stand);
        int port = place.port();
        for (Fault fault : place.probe().upstreams()) {
            open(stand, fault, port++);
        }
    }

    private void open(Stand stand, Fault fault, int port) throws IOException {
        switch (fault) {
            case Fault.Closed() -> {
                var reserved = new Socket();
                stand.hold(reserved);
                reserved.setReuseAddress(true);
                reserved.bind(at("127.0.0.1", port));
            }
            case Fault.Silent() -> Silence.tcp(at("127.0.0.1", port)).forEach(stand::hold);
            case Fault.Unaccepted() -> {
                var listener = new ServerSocket();
                stand.hold(listener);
                listener.setReuseAddress(true);
                listener.bind(at("127.0.0.1", port));
            }
            case Fault.Plays(var dialogues, int buffer) ->
                    stage(stand, "127.0.0.1", port, dialogues, buffer);
            case Fault.Mortal _ -> stand.mortal(mortal(stand, port));
            case Fault.Unix(var state) ->
                    unix(stand, state, plan.socket(stand.place().probe(), port));
            case Fault.Named(var resolution, var serving, var dialogue) -> {
                names.script(Plan.name(stand.place().probe()), resolution, stand.signals());
                for (String address : serving) {
                    stage(stand, address, port, List.of(dialogue), 0);
                }
            }
            case Fault.Loop() ->
                    names.script(
                            Plan.name(stand.place().probe()), Resolution.HERE, stand.signals());
            case Fault.Elsewhere _ -> {}
        }
    }

    private void stage(Stand stand, String host, int port, List<Dialogue> plays, int buffer)
            throws IOException {
        stand.stage(new TcpStage(at(host, port), plays, buffer, stand.signals(), stand.ledger()));
    }

    private static Mortal mortal(Stand stand, int port) {
        var command =
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MortalMain.class.getName(),
                        stand.place().probe().id(),
                        Integer.toString(port));
        return new Mortal(command, stand.signals());
    }

    private static void unix(Stand stand, Fault.SocketState state, Path path) throws IOException {
        Files.deleteIfExists(path);
        stand.hold(() -> Files.deleteIfExists(path));
        switch (state) {
            case MISSING -> {}
            case BUSY -> Silence.unix(path).forEach(stand::hold);
            case STALE -> listen(path).close();
            case FORBIDDEN -> {
                stand.hold(listen(path));
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
            }
        }
    }

    private static ServerSocketChannel listen(Path path) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(path));
    }

    private static InetSocketAddress at(String literal, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
    }

    @Override
    public void close() {
        stopped.countDown();
        stands.values().forEach(Stand::close);
        try {
            names.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

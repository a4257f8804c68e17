package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.fault.Dialogue.await;
import static dev.goodgate.lab.fault.Dialogue.awaitEnd;
import static dev.goodgate.lab.fault.Dialogue.fin;
import static dev.goodgate.lab.fault.Dialogue.pause;
import static dev.goodgate.lab.fault.Dialogue.readHead;
import static dev.goodgate.lab.fault.Dialogue.readOctets;
import static dev.goodgate.lab.fault.Dialogue.reset;
import static dev.goodgate.lab.fault.Dialogue.send;
import static dev.goodgate.lab.fault.Dialogue.serve;
import static dev.goodgate.lab.fault.Fault.SocketState.BUSY;
import static dev.goodgate.lab.fault.Fault.SocketState.FORBIDDEN;
import static dev.goodgate.lab.fault.Fault.SocketState.MISSING;
import static dev.goodgate.lab.fault.Fault.SocketState.STALE;
import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import java.util.List;

/// The connection to the upstream can't be had, or is not what it seems.
final class ConnectScenarios {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(probe("C01", new Fault.Closed())),
                    Scenario.of(probe("C02", new Fault.Silent())),
                    Scenario.of(unroutable("C03", "10.203.3.1")).in(Lane.NAMESPACE),
                    Scenario.of(unroutable("C04", "10.203.4.1")).in(Lane.NAMESPACE),
                    Scenario.of(unroutable("C05", "10.203.5.1")).in(Lane.NAMESPACE),
                    Scenario.of(unroutable("C06", "10.203.6.1")).in(Lane.NAMESPACE),
                    Scenario.of(probe("C07", Fault.plays(Dialogue.of(reset())))),
                    Scenario.of(probe("C08", Fault.plays(Dialogue.of(readHead(), fin())))),
                    Scenario.of(
                            probe(
                                    "C09",
                                    new Fault.Closed(),
                                    new Fault.Closed(),
                                    new Fault.Closed())),
                    Scenario.of(
                            probe("C10", new Fault.Closed(), Fault.sound(), Fault.sound())
                                    .by(Drives.untilTried(2, Drives.get()))),
                    Scenario.of(probe("C11", new Fault.Unix(MISSING))),
                    Scenario.of(probe("C12", new Fault.Unix(FORBIDDEN))).in(Lane.PROCESS),
                    Scenario.of(probe("C13", new Fault.Unix(STALE))),
                    Scenario.of(probe("C14", new Fault.Unix(BUSY))),
                    Scenario.of(
                                    probe("C15", Fault.plays(Dialogue.of(awaitEnd())))
                                            .by(NamespaceDrives.portsUsedUp()))
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                                    probe("C16", new Fault.Elsewhere("127.0.0.1"))
                                            .by(NamespaceDrives.ownPort()))
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                                    probe("C17", Fault.sound())
                                            .with("connect", "3s")
                                            .by(NamespaceDrives.firstSynLost()))
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                            probe(
                                    "C18",
                                    Fault.plays(
                                            Dialogue.of(
                                                    send("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"),
                                                    pause(300),
                                                    fin())))),
                    Scenario.of(probe("C19", new Fault.Loop())).in(Lane.ALONE),
                    Scenario.of(
                            held("C20")
                                    .with("max-connections", "1")
                                    .with("queue-timeout", "500ms")
                                    .by(QueueDrives.behindAHeldOne())),
                    Scenario.of(probe("C21", new Fault.Unaccepted()).with("first-byte", "1s")),
                    Scenario.of(
                            probe(
                                    "T08",
                                    Fault.plays(
                                            Dialogue.of(
                                                    readOctets(5),
                                                    send("\u0015\u0003\u0001\0\u0002\u0002F"),
                                                    fin())))),
                    Scenario.of(
                            held("O04")
                                    .with("max-connections", "1")
                                    .with("queue", "1")
                                    .with("queue-timeout", "5s")
                                    .by(QueueDrives.behindAFullQueue())));

    private ConnectScenarios() {}

    private static Probe unroutable(String id, String address) {
        return probe(id, new Fault.Elsewhere(address)).by(NamespaceDrives.routed(address));
    }

    private static Probe held(String id) {
        return probe(id, Fault.plays(Dialogue.of(readHead(), await("release"), send(OK), serve())));
    }
}

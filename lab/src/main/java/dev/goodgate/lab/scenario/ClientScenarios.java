package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.fault.Dialogue.awaitEnd;
import static dev.goodgate.lab.fault.Dialogue.fin;
import static dev.goodgate.lab.fault.Dialogue.flood;
import static dev.goodgate.lab.fault.Dialogue.mark;
import static dev.goodgate.lab.fault.Dialogue.pause;
import static dev.goodgate.lab.fault.Dialogue.readHead;
import static dev.goodgate.lab.fault.Dialogue.send;
import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.fault.Step;
import java.util.List;

/// The client leaves, stalls or says nothing.
final class ClientScenarios {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String BLOCK = "x".repeat(65536);

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(
                            waiting("X01-fin").by(ClientDrives.leaving(ClientDrives.Leave.FIN)),
                            waiting("X01-rst").by(ClientDrives.leaving(ClientDrives.Leave.RST))),
                    Scenario.of(large("X02").by(ClientDrives.leavingMidDownload())),
                    Scenario.of(large("X03").by(ClientDrives.notReading())),
                    Scenario.of(
                            plays("X04", readHead(), pause(200), send(OK), fin())
                                    .by(ClientDrives.halfClosing())),
                    Scenario.of(
                                    waiting("X05")
                                            .with("first-byte", "40s")
                                            .with("head", "40s")
                                            .by(NamespaceDrives.vanishedClient()))
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                            waiting("X06")
                                    .by(ClientDrives.leaving(ClientDrives.Leave.FIN_THEN_RST))),
                    Scenario.of(probe("X09", Fault.sound()).by(ClientDrives.saysNothing())));

    private ClientScenarios() {}

    private static Probe waiting(String id) {
        return plays(id, readHead(), mark("asked"), awaitEnd());
    }

    private static Probe large(String id) {
        int blocks = 1024;
        return plays(
                id,
                readHead(),
                send(
                        "HTTP/1.1 200 OK\r\nContent-Length: "
                                + blocks * (long) BLOCK.length()
                                + "\r\n\r\n"),
                flood(BLOCK, blocks),
                awaitEnd());
    }

    private static Probe plays(String id, Step... steps) {
        return probe(id, Fault.plays(Dialogue.of(steps)));
    }
}

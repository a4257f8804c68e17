package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.fault.Dialogue.await;
import static dev.goodgate.lab.fault.Dialogue.awaitEnd;
import static dev.goodgate.lab.fault.Dialogue.fin;
import static dev.goodgate.lab.fault.Dialogue.halfClose;
import static dev.goodgate.lab.fault.Dialogue.hold;
import static dev.goodgate.lab.fault.Dialogue.mark;
import static dev.goodgate.lab.fault.Dialogue.pause;
import static dev.goodgate.lab.fault.Dialogue.readHead;
import static dev.goodgate.lab.fault.Dialogue.readRequest;
import static dev.goodgate.lab.fault.Dialogue.reset;
import static dev.goodgate.lab.fault.Dialogue.send;
import static dev.goodgate.lab.fault.Dialogue.serve;
import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.fault.Step;
import java.util.List;

/// A connection that was sound for one request is not for the next.
final class ReuseScenarios {
    private static final Step OK = send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(stale("R01").by(ReuseDrives.twice("GET"))),
                    Scenario.of(
                            stale("R02").by(ReuseDrives.twice("GET")),
                            stale("R02-post").by(ReuseDrives.twice("POST")).post()),
                    Scenario.of(idle("R03", reset())),
                    Scenario.of(
                            first(
                                            "R04",
                                            readHead(),
                                            send(
                                                    "HTTP/1.1 200 OK\r\nConnection: close\r\n"
                                                            + "Content-Length: 2\r\n\r\nok"),
                                            hold())
                                    .by(ReuseDrives.onAnotherConnection(0))),
                    Scenario.of(
                            first(
                                            "R05",
                                            readHead(),
                                            send(
                                                    "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=2, max=5"
                                                            + "\r\nContent-Length: 2\r\n\r\nok"),
                                            pause(2000),
                                            fin())
                                    .by(ReuseDrives.onAnotherConnection(1300))),
                    Scenario.of(idle("R06", halfClose())),
                    Scenario.of(
                                    silenced("R08").by(NamespaceDrives.droppedIdle("GET")),
                                    silenced("R08-post")
                                            .by(NamespaceDrives.droppedIdle("POST"))
                                            .post())
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                                    probe(
                                                    "R11",
                                                    Fault.plays(
                                                            Dialogue.of(
                                                                    readHead(),
                                                                    await("release"),
                                                                    OK,
                                                                    serve())))
                                            .by(ReuseDrives.restartBehindManyIdle()))
                            .in(Lane.ALONE),
                    Scenario.of(
                            probe(
                                            "R12",
                                            Fault.plays(
                                                    Dialogue.of(
                                                            readHead(),
                                                            send(
                                                                    "HTTP/1.1 103 Early Hints\r\n\r\n"),
                                                            OK,
                                                            serve())))
                                    .by(ReuseDrives.headAfterEarlyHints())),
                    Scenario.of(
                            first("H39", readHead(), OK, hold())
                                    .by(ReuseDrives.afterAnUnreadBody())));

    private ReuseScenarios() {}

    /// Serves once, then reads a request and closes without a word; sound from then on.
    private static Probe stale(String id) {
        return first(id, readHead(), OK, readRequest(), fin());
    }

    private static Probe idle(String id, Step event) {
        return first(id, readHead(), OK, await("idle"), mark("done"), event, awaitEnd())
                .by(ReuseDrives.afterAnIdleEvent());
    }

    private static Probe silenced(String id) {
        return probe(id, Fault.sound()).with("unacknowledged", "1s").with("idle", "10s");
    }

    private static Probe first(String id, Step... steps) {
        return probe(id, Fault.plays(Dialogue.of(steps), Dialogue.serves()));
    }
}

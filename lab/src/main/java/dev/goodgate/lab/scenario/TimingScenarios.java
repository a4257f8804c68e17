package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.fault.Dialogue.await;
import static dev.goodgate.lab.fault.Dialogue.drip;
import static dev.goodgate.lab.fault.Dialogue.fin;
import static dev.goodgate.lab.fault.Dialogue.hold;
import static dev.goodgate.lab.fault.Dialogue.mark;
import static dev.goodgate.lab.fault.Dialogue.pause;
import static dev.goodgate.lab.fault.Dialogue.readHead;
import static dev.goodgate.lab.fault.Dialogue.readRequest;
import static dev.goodgate.lab.fault.Dialogue.send;
import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import dev.goodgate.lab.fault.Step;
import java.util.List;

/// The upstream is late, slow or stuck; or it answers with an error of its own.
final class TimingScenarios {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String TWENTY = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n";
    private static final String SLICED =
            "HTTP/1.1 200 OK\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\nX-T: u\r\n\r\n";

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(plays("M01", readHead(), hold()).with("first-byte", "1s")),
                    Scenario.of(
                            plays(
                                            "M02",
                                            readHead(),
                                            drip("HTTP/1.1 200 OK\r\nX-Slow: aaaaaaaa", 200))
                                    .with("first-byte", "1s")
                                    .with("head", "1500ms")),
                    Scenario.of(
                            plays(
                                    "M03",
                                    readHead(),
                                    send(TWENTY),
                                    drip("x".repeat(20), 100),
                                    fin())),
                    Scenario.of(
                            plays("M04", readHead(), send(TWENTY + "half"), hold())
                                    .with("body-idle", "1s")),
                    Scenario.of(
                            probe("M05", new Fault.Plays(List.of(Dialogue.of(hold())), 4096))
                                    .with("write", "1s")
                                    .by(Drives.upload(256))),
                    Scenario.of(
                            probe(
                                            "M06",
                                            Fault.plays(
                                                    Dialogue.of(
                                                            readHead(),
                                                            pause(580),
                                                            send(OK),
                                                            fin()),
                                                    Dialogue.serves()))
                                    .with("first-byte", "500ms")
                                    .by(TimingDrives.lateThenNext())),
                    Scenario.of(
                            plays("M08", readRequest(), send(OK), fin())
                                    .with("expect-continue", "200ms")
                                    .by(TimingDrives.expectingContinue())),
                    Scenario.of(
                                    plays(
                                                    "M09",
                                                    readHead(),
                                                    mark("asked"),
                                                    await("frozen"),
                                                    pause(300),
                                                    send(OK),
                                                    fin())
                                            .with("first-byte", "1s")
                                            .by(ProcessDrives.frozenGateway()))
                            .in(Lane.PROCESS),
                    Scenario.of(
                            probe("M10", new Fault.Mortal(Dialogue.serves()))
                                    .with("first-byte", "1s")
                                    .by(ProcessDrives.frozenUpstream())),
                    Scenario.of(
                                    probe("M13", Fault.sound())
                                            .with("connect", "3s")
                                            .by(NamespaceDrives.lossy()))
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                                    plays(
                                                    "M14",
                                                    readHead(),
                                                    send(
                                                            "HTTP/1.1 200 OK\r\nContent-Length: 8000"
                                                                    + "\r\n\r\n"),
                                                    send("x".repeat(8000)),
                                                    fin())
                                            .with("connect", "3s")
                                            .by(NamespaceDrives.narrow()))
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                            plays("M15", readRequest(), drip(SLICED, 0), fin())
                                    .by(TimingDrives.slicedRequest())),
                    Scenario.of(
                            origin(
                                    "O01",
                                    "503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 2")),
                    Scenario.of(origin("O02", "429 Too Many Requests\r\nContent-Length: 2")),
                    Scenario.of(
                            probe("O03", failing(), failing(), failing())
                                    .by(TimingDrives.manyWithoutAmplification())),
                    Scenario.of(probe("O11", Fault.sound()).by(TimingDrives.manyNames()))
                            .in(Lane.ALONE));

    private TimingScenarios() {}

    private static Fault failing() {
        return Fault.plays(
                Dialogue.answers(
                        "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\n\r\nno"));
    }

    private static Probe origin(String id, String head) {
        return probe(id, Fault.plays(Dialogue.answers("HTTP/1.1 " + head + "\r\n\r\nno")));
    }

    private static Probe plays(String id, Step... steps) {
        return probe(id, Fault.plays(Dialogue.of(steps)));
    }
}

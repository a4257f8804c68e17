package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.fault.Dialogue.hold;
import static dev.goodgate.lab.fault.Dialogue.mark;
import static dev.goodgate.lab.fault.Dialogue.readHead;
import static dev.goodgate.lab.fault.Dialogue.readRequest;
import static dev.goodgate.lab.fault.Dialogue.send;
import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import java.util.List;

/// A process is killed, or a host loses its power.
final class ProcessScenarios {
    private static final String TWENTY = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n";
    private static final String CLOSING =
            "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    private static final String OLD = "HTTP/1.0 200 OK\r\n\r\nhalf";

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(
                            probe("K01", beforeTheHead(), Fault.sound())
                                    .by(ProcessDrives.killedBeforeTheHead("GET")),
                            probe("K01-post", beforeTheHead(), Fault.sound())
                                    .by(ProcessDrives.killedBeforeTheHead("POST"))
                                    .post()),
                    Scenario.of(midBody("K02", TWENTY)),
                    Scenario.of(midBody("K03", CHUNKED)),
                    Scenario.of(midBody("K04", OLD)),
                    Scenario.of(
                                    probe("K05", Fault.plays(sending(TWENTY)))
                                            .with("body-idle", "1s")
                                            .by(NamespaceDrives.powerOff()))
                            .in(Lane.NAMESPACE),
                    Scenario.of(
                                    probe("Z02", Fault.plays(Dialogue.answers(CLOSING)))
                                            .by(NamespaceDrives.noDescriptors()))
                            .in(Lane.NAMESPACE));

    private ProcessScenarios() {}

    private static Fault beforeTheHead() {
        return new Fault.Mortal(Dialogue.of(readRequest(), mark("asked"), hold()));
    }

    private static Probe midBody(String id, String octets) {
        return probe(id, new Fault.Mortal(sending(octets))).by(ProcessDrives.killedMidBody());
    }

    private static Dialogue sending(String octets) {
        return Dialogue.of(readHead(), send(octets), mark("sent"), hold());
    }
}

package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.fault.Dialogue.awaitEnd;
import static dev.goodgate.lab.fault.Dialogue.fin;
import static dev.goodgate.lab.fault.Dialogue.flood;
import static dev.goodgate.lab.fault.Dialogue.hold;
import static dev.goodgate.lab.fault.Dialogue.mark;
import static dev.goodgate.lab.fault.Dialogue.pause;
import static dev.goodgate.lab.fault.Dialogue.readHead;
import static dev.goodgate.lab.fault.Dialogue.readOctets;
import static dev.goodgate.lab.fault.Dialogue.readRequest;
import static dev.goodgate.lab.fault.Dialogue.reset;
import static dev.goodgate.lab.fault.Dialogue.send;
import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import java.util.List;

/// The body, of request or response, does not come as promised.
final class BodyScenarios {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String TEN = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
    private static final String PARTIAL =
            "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-999/5000\r\nContent-Length: 1000\r\n\r\n";
    private static final int PAUSE = 60; // the head leaves before the fault comes
    private static final String BLOCK = "x".repeat(65536);

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(body("H17", CHUNKED, "zz\r\n")),
                    Scenario.of(body("H18", CHUNKED + "2\r\nok\r\n", "zz\r\n")),
                    Scenario.of(body("H19", CHUNKED, "2\nok\n0\n\n")),
                    Scenario.of(body("H31", TEN, "half")),
                    Scenario.of(body("H32", CHUNKED, "2\r\nok\r\n")),
                    Scenario.of(
                            plays(
                                    "H33",
                                    readHead(),
                                    send("HTTP/1.1 200 OK\r\n\r\nhalf"),
                                    pause(PAUSE),
                                    reset())),
                    Scenario.of(body("H35", CHUNKED + "2\r\nok\r\n", "0\r\nno colon here\r\n\r\n")),
                    Scenario.of(
                            plays("B01", readHead(), readOctets(65536), mark("enough"), reset())
                                    .by(BodyDrives.interruptedUpload())),
                    Scenario.of(
                                    probe("B02", Fault.sound())
                                            .routed("max-body", "8GiB")
                                            .by(BodyDrives.largeUpload()))
                            .in(Lane.ALONE),
                    Scenario.of(large("B03").by(BodyDrives.slowDownload())).in(Lane.ALONE),
                    Scenario.of(
                            probe("B04", new Fault.Closed(), Fault.sound())
                                    .by(Drives.untilTried(2, Drives.upload(16)))),
                    Scenario.of(
                            plays("B05", readHead(), mark("begun"), awaitEnd())
                                    .by(BodyDrives.abortedUpload())),
                    Scenario.of(
                            plays("B06", readHead(), mark("begun"), awaitEnd())
                                    .by(BodyDrives.shortUpload())),
                    Scenario.of(
                            plays(
                                            "B07",
                                            readRequest(),
                                            send(
                                                    "HTTP/1.0 411 Length Required\r\n"
                                                            + "Content-Length: 2\r\n\r\nno"),
                                            fin())
                                    .by(BodyDrives.chunkedUpload())),
                    Scenario.of(body("B10", PARTIAL, "x".repeat(500))));

    private BodyScenarios() {}

    private static Probe large(String id) {
        int blocks = 1024;
        long octets = blocks * (long) BLOCK.length();
        return plays(
                id,
                readHead(),
                send("HTTP/1.1 200 OK\r\nContent-Length: " + octets + "\r\n\r\n"),
                flood(BLOCK, blocks),
                hold());
    }

    private static Probe body(String id, String first, String then) {
        return plays(id, readHead(), send(first), pause(PAUSE), send(then), fin());
    }

    private static Probe plays(String id, dev.goodgate.lab.fault.Step... steps) {
        return probe(id, Fault.plays(Dialogue.of(steps)));
    }
}

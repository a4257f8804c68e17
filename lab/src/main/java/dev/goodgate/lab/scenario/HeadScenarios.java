package dev.goodgate.lab.scenario;

import static dev.goodgate.lab.fault.Dialogue.await;
import static dev.goodgate.lab.fault.Dialogue.awaitEnd;
import static dev.goodgate.lab.fault.Dialogue.fin;
import static dev.goodgate.lab.fault.Dialogue.flood;
import static dev.goodgate.lab.fault.Dialogue.readHead;
import static dev.goodgate.lab.fault.Dialogue.readOctets;
import static dev.goodgate.lab.fault.Dialogue.send;
import static dev.goodgate.lab.scenario.Probe.probe;

import dev.goodgate.lab.fault.Dialogue;
import dev.goodgate.lab.fault.Fault;
import java.util.List;

/// The head of the response breaks a rule.
final class HeadScenarios {
    private static final String TWO = "Content-Length: 2\r\n\r\nok";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
    private static final String UPGRADE =
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    static final List<Scenario> ALL =
            List.of(
                    Scenario.of(answer("H01", "\r\n")),
                    Scenario.of(answer("H02", "HELLO\r\n\r\n")),
                    Scenario.of(
                            answer("H03-99", "HTTP/1.1 99 Low\r\n" + TWO),
                            answer("H03-1000", "HTTP/1.1 1000 High\r\n" + TWO),
                            answer("H03-2x0", "HTTP/1.1 2x0 Odd\r\n" + TWO),
                            answer("H03-empty", "HTTP/1.1  Empty\r\n" + TWO)),
                    Scenario.of(answer("H04", "HTTP/1.1 200\r\n" + TWO)),
                    Scenario.of(
                            answer("H05-2", "HTTP/2.0 200 OK\r\n" + TWO),
                            answer("H05-9", "HTTP/9.9 200 OK\r\n" + TWO)),
                    Scenario.of(field("H06", "X-A 1\r\n")),
                    Scenario.of(field("H07", "X-A : 1\r\n")),
                    Scenario.of(field("H08", "X-A: 1\r\n  and more\r\n")),
                    Scenario.of(
                            field("H09-nul", "X-A: a\0b\r\n"),
                            field("H09-cr", "X-A: a\rSet-Cookie: b\r\n")),
                    Scenario.of(answer("H10", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok")),
                    Scenario.of(ok("H11", "Content-Length: 2\r\n" + CHUNKED)),
                    Scenario.of(ok("H12", "Content-Length: 3\r\n" + TWO)),
                    Scenario.of(
                            ok("H13-letter", "Content-Length: 12x\r\n\r\nok"),
                            ok("H13-minus", "Content-Length: -1\r\n\r\nok"),
                            ok("H13-empty", "Content-Length:\r\n\r\nok")),
                    Scenario.of(ok("H14", "Content-Length: 2\r\n" + TWO)),
                    Scenario.of(
                            ok("H15-gzip", "Transfer-Encoding: gzip\r\n\r\nok"),
                            ok("H15-last", "Transfer-Encoding: chunked, gzip\r\n\r\nok")),
                    Scenario.of(answer("H16", "HTTP/1.0 200 OK\r\n" + CHUNKED)),
                    Scenario.of(flooded("H20", "X-Fill: " + "a".repeat(8182) + "\r\n", 128)),
                    Scenario.of(flooded("H21", "X-Fill: " + "a".repeat(200_000) + "\r\n", 1)),
                    Scenario.of(flooded("H22", "X-Fill: a\r\n", 1000)),
                    Scenario.of(
                            plays(
                                    "H23",
                                    Dialogue.of(
                                            readHead(),
                                            flood("HTTP/1.1 103 Early Hints\r\n\r\n", 2000),
                                            send("HTTP/1.1 200 OK\r\n" + TWO),
                                            fin()))),
                    Scenario.of(answer("H24", switching("websocket"))),
                    Scenario.of(answer("H25", switching("h2c")).by(Drives.ask("GET", UPGRADE))),
                    Scenario.of(ok("H26", TWO).by(Drives.ask("GET", UPGRADE))),
                    Scenario.of(
                            answer("H27-204", "HTTP/1.1 204 No Content\r\n\r\nevil"),
                            answer("H27-304", "HTTP/1.1 304 Not Modified\r\n\r\nevil")
                                    .relaying(304),
                            ok("H27-head", "Content-Length: 4\r\n\r\nevil")
                                    .relaying(200)
                                    .by(Drives.ask("HEAD"))),
                    Scenario.of(ok("H28", "Content-Length: 2\r\n\r\nokEVIL")),
                    Scenario.of(intruded("H29", "HTTP/1.1 408 Request Timeout\r\n" + TWO)),
                    Scenario.of(
                            ok("H30", TWO + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil")),
                    Scenario.of(field("H34", "X(A): 1\r\n")),
                    Scenario.of(
                            plays(
                                            "H38",
                                            Dialogue.of(
                                                    readHead(),
                                                    readOctets(1024),
                                                    send(
                                                            "HTTP/1.1 413 Content Too Large\r\n"
                                                                    + TWO),
                                                    awaitEnd()))
                                    .by(Drives.upload(64))),
                    Scenario.of(intruded("R07", "stray octets\r\n")));

    private HeadScenarios() {}

    private static Probe intruded(String id, String octets) {
        return probe(
                        id,
                        Fault.plays(
                                Dialogue.of(
                                        readHead(),
                                        send("HTTP/1.1 200 OK\r\n" + TWO),
                                        await("idle"),
                                        send(octets),
                                        Dialogue.mark("done"),
                                        awaitEnd()),
                                Dialogue.serves()))
                .by(ReuseDrives.afterAnIdleEvent());
    }

    private static String switching(String protocol) {
        return "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: "
                + protocol
                + "\r\n\r\n";
    }

    private static Probe flooded(String id, String line, int times) {
        return plays(
                id,
                Dialogue.of(
                        readHead(),
                        send("HTTP/1.1 200 OK\r\n"),
                        flood(line, times),
                        send(TWO),
                        fin()));
    }

    private static Probe field(String id, String line) {
        return ok(id, line + TWO);
    }

    private static Probe ok(String id, String rest) {
        return answer(id, "HTTP/1.1 200 OK\r\n" + rest);
    }

    private static Probe answer(String id, String octets) {
        return plays(id, Dialogue.answers(octets));
    }

    private static Probe plays(String id, Dialogue dialogue) {
        return probe(id, Fault.plays(dialogue));
    }
}

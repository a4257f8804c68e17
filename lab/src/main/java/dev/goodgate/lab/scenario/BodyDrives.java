package dev.goodgate.lab.scenario;

import dev.goodgate.lab.client.Answer;
import java.time.Duration;

/// Clients that send or take bodies, wholly or in part.
final class BodyDrives {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration INTERRUPTED = Duration.ofMillis(500);
    private static final int MIB = 1 << 20;
    private static final int SMALL_BLOCKS = 1024; // 64 MiB
    private static final int FULL_BLOCKS = 81920; // 5 GiB

    private BodyDrives() {}

    /// A body of 64 MiB, or of 5 GiB at full scale.
    static Drive largeUpload() {
        return encounter ->
                Drives.upload(encounter.amount(SMALL_BLOCKS, FULL_BLOCKS)).play(encounter);
    }

    /// Sends an eighth of a body, lets the upstream have enough of it, sends the rest.
    static Drive interruptedUpload() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("POST", id, "Content-Length: 1048576\r\n"));
                client.send("x".repeat(MIB / 8));
                encounter.signals().await("enough", INTERRUPTED);
                encounter.pause(30);
                client.sendApart("x".repeat(MIB / 8), 7, "");
                return new Exchange(id, client.read());
            }
        };
    }

    /// Takes a large body a MiB at a time with pauses: about 20 MiB a second.
    static Drive slowDownload() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connectNarrow(65536)) {
                client.send(encounter.head("GET", id));
                Answer answer = client.readSlowly(MIB, () -> encounter.pause(45));
                encounter.wire(
                        answer.octets() == SMALL_BLOCKS * 65536L,
                        answer.octets() + " octets came (expected: " + SMALL_BLOCKS * 65536L + ")");
                return new Exchange(id, answer);
            }
        };
    }

    /// Half a chunked body, then a RST: the upstream must not see an end that looks whole.
    static Drive abortedUpload() {
        return encounter -> {
            String id = encounter.id();
            boolean begun;
            try (var client = encounter.connect()) {
                client.send(encounter.head("POST", id, "Transfer-Encoding: chunked\r\n"));
                client.send("5\r\nhello\r\n");
                begun = begun(encounter);
                client.reset();
            }
            return cancelled(encounter, id, begun);
        };
    }

    /// Half a body of known length, then a FIN.
    static Drive shortUpload() {
        return encounter -> {
            String id = encounter.id();
            boolean begun;
            try (var client = encounter.connect()) {
                client.send(encounter.head("POST", id, "Content-Length: 10\r\n") + "hello");
                begun = begun(encounter);
            }
            return cancelled(encounter, id, begun);
        };
    }

    /// A chunked body, whole.
    static Drive chunkedUpload() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("POST", id, "Transfer-Encoding: chunked\r\n"));
                client.send("5\r\nhello\r\n0\r\n\r\n");
                return new Exchange(id, client.read());
            }
        };
    }

    /// True when the upstream got the head. A gateway that keeps the body until it is whole has
    /// nothing to undo; ours streams.
    private static boolean begun(Encounter encounter) {
        boolean begun = encounter.signals().await("begun", SOON);
        encounter.own(begun, "nothing reached the upstream");
        return begun;
    }

    private static Exchange cancelled(Encounter encounter, String id, boolean begun) {
        encounter.wire(
                !begun || encounter.ledger().awaitEndings(1, SOON),
                "the upstream was not told: still open");
        encounter.wire(
                encounter.ledger().endings().values().stream().noneMatch(e -> e.lastChunk()),
                "the upstream got a last chunk");
        return new Exchange(id, null);
    }
}

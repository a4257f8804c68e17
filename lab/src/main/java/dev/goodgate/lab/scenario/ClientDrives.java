package dev.goodgate.lab.scenario;

import dev.goodgate.lab.client.Answer;
import dev.goodgate.lab.client.RawClient;
import java.io.IOException;
import java.time.Duration;

/// Clients that do not wait for the end.
final class ClientDrives {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration CANCEL = Duration.ofMillis(1500);
    private static final int SMALL_BUFFER = 4096;
    private static final int STALL_MILLIS = 4000;

    private ClientDrives() {}

    /// The ways to go.
    enum Leave {
        FIN,
        RST,
        FIN_THEN_RST
    }

    /// Leaves while the upstream works on the answer: the upstream must be told within a second.
    static Drive leaving(Leave leave) {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("GET", id));
                encounter.wire(
                        encounter.signals().await("asked", SOON),
                        "the request did not reach the upstream");
                leave(client, leave);
                encounter.wire(
                        encounter.ledger().awaitEndings(1, CANCEL),
                        "the upstream was not told within a second");
            }
            return new Exchange(id, null);
        };
    }

    private static void leave(RawClient client, Leave leave) throws IOException {
        switch (leave) {
            case FIN -> client.close();
            case RST -> client.reset();
            case FIN_THEN_RST -> {
                client.halfClose();
                client.reset();
            }
        }
    }

    /// Takes the head and some octets of a large answer, then a RST.
    static Drive leavingMidDownload() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("GET", id));
                encounter.wire(client.readOneHead() == 200, "no 200");
                for (int i = 0; i < SMALL_BUFFER; i++) {
                    client.octet();
                }
                client.reset();
            }
            encounter.wire(
                    encounter.ledger().awaitEndings(1, CANCEL),
                    "the upstream was not told within a second");
            return new Exchange(id, null);
        };
    }

    /// Reads next to nothing of a large answer for longer than the gateway may wait, then takes
    /// what is left: it must be visibly cut.
    static Drive notReading() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connectNarrow(SMALL_BUFFER)) {
                client.send(encounter.head("GET", id));
                encounter.pause(STALL_MILLIS);
                return new Exchange(id, client.read());
            }
        };
    }

    /// Ends its own direction after a request that says Connection: close, and must be served.
    static Drive halfClosing() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("GET", id, "Connection: close\r\n"));
                client.halfClose();
                return new Exchange(id, client.read());
            }
        };
    }

    /// Connects and says nothing: the gateway must end that in its own time, without an error page
    /// for somebody who asked for nothing (a 408 is allowed).
    static Drive saysNothing() {
        return encounter -> {
            try (var client = encounter.connect()) {
                Answer answer = client.read();
                encounter.wire(
                        answer.ending() != Answer.Ending.TIMEOUT, "the connection was kept open");
                encounter.wire(
                        answer.status() == 0 || answer.status() == 408,
                        "got " + answer.status() + " without asking");
                return new Exchange(encounter.id(), null);
            }
        };
    }
}

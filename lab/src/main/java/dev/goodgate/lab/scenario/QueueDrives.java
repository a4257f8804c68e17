package dev.goodgate.lab.scenario;

import java.io.IOException;
import java.time.Duration;

/// Clients of an upstream that takes one request at a time.
final class QueueDrives {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private QueueDrives() {}

    /// One request is held; the next waits for its turn until the gateway gives up.
    static Drive behindAHeldOne() {
        return encounter -> {
            try (var held = encounter.connect()) {
                hold(encounter, held);
                Exchange judged = encounter.get();
                encounter.signals().give("release");
                encounter.own(held.read().status() == 200, "the held request was not answered");
                return judged;
            }
        };
    }

    /// One request is held, one waits for its turn; the third finds the queue full.
    static Drive behindAFullQueue() {
        return encounter -> {
            try (var held = encounter.connect();
                    var waiting = encounter.connect()) {
                hold(encounter, held);
                waiting.send(encounter.head("GET", encounter.id()));
                encounter.pause(300); // the queue is inside the gateway: nothing to wait for
                Exchange judged = encounter.get();
                encounter.signals().give("release");
                encounter.own(held.read().status() == 200, "the held request was not answered");
                encounter.own(waiting.read().status() == 200, "the queued one was not answered");
                return judged;
            }
        };
    }

    private static void hold(Encounter encounter, dev.goodgate.lab.client.RawClient client)
            throws IOException {
        client.send(encounter.head("GET", encounter.id()));
        encounter.wire(
                encounter.ledger().awaitRequests(1, LIMIT), "the first request did not arrive");
    }
}

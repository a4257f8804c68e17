package dev.goodgate.lab.scenario;

import dev.goodgate.lab.client.Answer;
import dev.goodgate.lab.client.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Clients that ask twice, on one connection, so that the gateway may use its upstream connection
/// twice.
final class ReuseDrives {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int CROWD = 500;

    private ReuseDrives() {}

    /// GET, then this method; the second exchange is judged.
    static Drive twice(String method) {
        return encounter -> {
            try (var client = encounter.connect()) {
                encounter.fine(encounter.get(client));
                settle(encounter);
                return method.equals("POST") ? encounter.post(client) : encounter.get(client);
            }
        };
    }

    /// GET, then something happens on the idle upstream connection, then GET: it must be answered,
    /// by the answer to itself.
    static Drive afterAnIdleEvent() {
        return encounter -> {
            try (var client = encounter.connect()) {
                encounter.fine(encounter.get(client));
                settle(encounter);
                encounter.signals().give("idle");
                encounter.signals().await("done", SOON);
                settle(encounter);
                Exchange judged = encounter.get(client);
                encounter.fine(judged);
                return judged;
            }
        };
    }

    /// GET, a wait, GET: the second must travel on another upstream connection.
    static Drive onAnotherConnection(int waitMillis) {
        return encounter -> {
            try (var client = encounter.connect()) {
                encounter.fine(encounter.get(client));
                encounter.pause(waitMillis);
                Exchange judged = encounter.get(client);
                encounter.fine(judged);
                apart(encounter);
                return judged;
            }
        };
    }

    /// The upstream answers before it has read the body. The answer counts; its connection must not
    /// carry another request.
    static Drive afterAnUnreadBody() {
        return encounter -> {
            Exchange judged = Drives.upload(16).play(encounter);
            encounter.fine(encounter.get());
            apart(encounter);
            return judged;
        };
    }

    /// GET answered by 103 and 200, then HEAD, then GET: each answer must be the one to its own
    /// request.
    static Drive headAfterEarlyHints() {
        return encounter -> {
            try (var client = encounter.connect()) {
                Exchange first = encounter.get(client);
                encounter.fine(first);
                String id = encounter.id();
                Answer head = client.send(encounter.head("HEAD", id)).readHeadAnswer();
                encounter.fine(encounter.get(client));
                return new Exchange(id, head);
            }
        };
    }

    /// Many idle connections in the pool, the upstream restarts, many requests at once: none may
    /// fail.
    static Drive restartBehindManyIdle() {
        return encounter -> {
            List<RawClient> crowd = new ArrayList<>();
            try {
                for (int i = 0; i < CROWD; i++) {
                    RawClient client = encounter.connect();
                    crowd.add(client);
                    client.send(encounter.head("GET", encounter.id()));
                }
                encounter.wire(
                        encounter.ledger().awaitRequests(CROWD, SOON),
                        encounter.ledger().requests().size() + " of " + CROWD + " arrived");
                encounter.signals().give("release");
                for (RawClient client : crowd) {
                    int status = client.read().status();
                    encounter.wire(status == 200, "before the restart: " + status);
                }
                encounter.stand().restart();
                return afterRestart(encounter, crowd);
            } finally {
                for (RawClient client : crowd) {
                    client.close();
                }
            }
        };
    }

    private static Exchange afterRestart(Encounter encounter, List<RawClient> crowd)
            throws IOException {
        Exchange exchange = encounter.get();
        List<String> ids = new ArrayList<>();
        for (RawClient client : crowd) {
            ids.add(encounter.id());
            client.send(encounter.head("GET", ids.getLast()));
        }
        for (int i = 0; i < crowd.size(); i++) {
            exchange = new Exchange(ids.get(i), crowd.get(i).read());
            Answer answer = exchange.answer();
            encounter.wire(
                    answer != null && answer.status() == 200,
                    "after the restart: " + Encounter.inWords(answer));
        }
        return exchange;
    }

    private static void apart(Encounter encounter) {
        long used =
                encounter.ledger().requests().stream().map(r -> r.connection()).distinct().count();
        encounter.own(used == 2, "the upstream connection was used again");
    }

    /// Lets the gateway put its connection away and see what came over loopback.
    private static void settle(Encounter encounter) {
        encounter.pause(50);
    }
}

package dev.goodgate.lab.scenario;

import dev.goodgate.lab.client.Answer;
import dev.goodgate.lab.client.RawClient;
import java.io.IOException;
import java.time.Duration;

/// Clients that watch the clock, the count or the order.
final class TimingDrives {
    private static final Duration CONTINUE = Duration.ofMillis(1500);
    private static final int ROUNDS = 100;
    private static final int BATCH = 50;

    private TimingDrives() {}

    /// The answer comes after its time is up. It must not reach the next request, either.
    static Drive lateThenNext() {
        return encounter -> {
            Exchange judged = encounter.get();
            encounter.pause(200);
            encounter.fine(encounter.get());
            return judged;
        };
    }

    /// Waits for 100 (Continue) for a while, then sends its body all the same.
    static Drive expectingContinue() {
        return encounter -> {
            String id = encounter.id();
            String length = "Content-Length: 5\r\n";
            try (var client = encounter.connect()) {
                client.send(encounter.head("POST", id, length, "Expect: 100-continue\r\n"));
                client.awaitOctet(CONTINUE);
                return new Exchange(id, client.send("hello").read());
            }
        };
    }

    /// One octet a segment.
    static Drive slicedRequest() {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.sendSliced(
                        encounter.head("POST", id, "Transfer-Encoding: chunked\r\n")
                                + "5\r\nhello\r\n0\r\n\r\n");
                Answer answer = client.read();
                encounter.wire(
                        answer.body().equals("abc0123456789abcdef"),
                        "the body was changed: " + answer.body());
                return new Exchange(id, answer);
            }
        };
    }

    /// Every endpoint answers 500: the gateway must not multiply the load.
    static Drive manyWithoutAmplification() {
        return encounter -> {
            Exchange judged = encounter.get();
            try (var client = encounter.connect()) {
                for (int i = 1; i < ROUNDS; i++) {
                    Answer answer = encounter.get(client).answer();
                    encounter.wire(
                            answer != null && answer.status() == 500,
                            "an answer was not the origin's 500");
                }
            }
            int tries = encounter.ledger().requests().size();
            encounter.wire(tries <= ROUNDS * 12 / 10, tries + " tries for " + ROUNDS + " requests");
            return judged;
        };
    }

    /// Asks under many host names and paths, pipelined; the metrics page must not grow with them.
    static Drive manyNames() {
        return encounter -> {
            Exchange judged = encounter.get();
            long before = metricLines(encounter);
            int batches = encounter.amount(5_000, 100_000) / BATCH;
            for (int batch = 0; batch < batches; batch++) {
                try (var client = encounter.connect()) {
                    batch(encounter, client, batch);
                }
            }
            long grown = metricLines(encounter) - before;
            encounter.own(grown < BATCH, "the metrics page grew by " + grown + " lines");
            return judged;
        };
    }

    private static void batch(Encounter encounter, RawClient client, int batch) throws IOException {
        var requests = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            String unique = batch + "-" + i;
            requests.append("GET /O11/").append(unique).append(" HTTP/1.1\r\nHost: h");
            requests.append(unique).append(".lab.test\r\n\r\n");
        }
        client.send(requests.toString());
        for (int i = 0; i < BATCH; i++) {
            int status = client.read().status();
            encounter.wire(status == 200, "a request among many got " + status);
        }
    }

    private static long metricLines(Encounter encounter) {
        return encounter.subject().metrics().map(text -> text.lines().count()).orElse(0L);
    }
}

package dev.goodgate.lab.scenario;

import dev.goodgate.lab.client.Answer;
import java.util.Optional;

/// The plain ways to ask.
final class Drives {
    private static final int MOST_TRIES = 12;
    private static final String BLOCK = "x".repeat(65536);

    private Drives() {}

    /// One GET.
    static Drive get() {
        return Encounter::get;
    }

    /// One request of this method with these field lines, without body.
    static Drive ask(String method, String... fields) {
        return encounter -> {
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head(method, id, fields));
                return new Exchange(
                        id, method.equals("HEAD") ? client.readHeadAnswer() : client.read());
            }
        };
    }

    /// One POST with a small body.
    static Drive post() {
        return encounter -> {
            try (var client = encounter.connect()) {
                return encounter.post(client);
            }
        };
    }

    /// One POST whose body of this many blocks of 64 KiB is sent while the answer is read.
    static Drive upload(int blocks) {
        return encounter -> {
            String id = encounter.id();
            String length = "Content-Length: " + blocks * (long) BLOCK.length() + "\r\n";
            try (var client = encounter.connect()) {
                client.send(encounter.head("POST", id, length));
                Thread sender = client.sendApart(BLOCK, blocks, "");
                Answer answer = client.read();
                sender.interrupt();
                return new Exchange(id, answer);
            }
        };
    }

    /// Repeats until our gateway has recorded this many tries for one request, so that it does not
    /// matter which endpoint it takes first. Of a foreign gateway the last answer is judged; every
    /// answer must be 200.
    static Drive untilTried(int attempts, Drive once) {
        return encounter -> {
            Optional<Exchange> last = Optional.empty();
            for (int i = 0; i < MOST_TRIES; i++) {
                Exchange exchange = once.play(encounter);
                encounter.fine(exchange);
                last = Optional.of(exchange);
                if (encounter.attempts(exchange.requestId()) == attempts) {
                    break;
                }
            }
            return last.orElseThrow();
        };
    }
}

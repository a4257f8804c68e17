package dev.goodgate.lab.scenario;

import dev.goodgate.lab.serve.Mortal;
import dev.goodgate.lab.serve.Shell;
import java.io.IOException;
import java.time.Duration;

/// Clients of a process that is killed or frozen while they wait.
final class ProcessDrives {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int MOMENTS = 60;
    private static final int MOST_TRIES = 12;
    private static final int PAUSED_MILLIS = 2000;

    private ProcessDrives() {}

    /// Asks until the doomed endpoint has a request, kills it there, and judges that exchange.
    static Drive killedBeforeTheHead(String method) {
        return encounter -> {
            Mortal doomed = encounter.stand().mortal();
            doomed.start();
            for (int i = 0; i < MOST_TRIES; i++) {
                Exchange exchange = oneTry(encounter, method);
                if (encounter.signals().given("asked")) {
                    return exchange;
                }
                encounter.fine(exchange);
            }
            encounter.wire(false, "no request reached the endpoint that was to be killed");
            return encounter.get();
        };
    }

    private static Exchange oneTry(Encounter encounter, String method) throws IOException {
        String id = encounter.id();
        try (var client = encounter.connect()) {
            String body = method.equals("POST") ? "Content-Length: 0\r\n" : "";
            client.send(encounter.head(method, id, body));
            if (caught(encounter, id)) {
                encounter.stand().mortal().kill();
            }
            return new Exchange(id, client.read());
        }
    }

    /// True when the doomed endpoint has the request, false when the sound one has it.
    private static boolean caught(Encounter encounter, String id) {
        for (int i = 0; i < MOMENTS && encounter.ledger().count(id) == 0; i++) {
            if (encounter.signals().await("asked", MOMENT)) {
                return true;
            }
        }
        return encounter.signals().given("asked");
    }

    /// Kills the upstream when half the body is out.
    static Drive killedMidBody() {
        return encounter -> {
            Mortal doomed = encounter.stand().mortal();
            doomed.start();
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("GET", id));
                encounter.wire(
                        encounter.signals().await("sent", SOON), "the upstream was not asked");
                encounter.pause(60);
                doomed.kill();
                return new Exchange(id, client.read());
            }
        };
    }

    /// The upstream is stopped before it can accept: only its kernel answers.
    static Drive frozenUpstream() {
        return encounter -> {
            Mortal doomed = encounter.stand().mortal();
            doomed.start();
            encounter.fine(encounter.get());
            doomed.freeze();
            return encounter.get();
        };
    }

    /// The gateway is stopped for longer than its limits while the answer arrives; it must see the
    /// answer before it looks at the clock.
    static Drive frozenGateway() {
        return encounter -> {
            long gateway = encounter.subject().process().orElseThrow().pid();
            String id = encounter.id();
            try (var client = encounter.connect()) {
                client.send(encounter.head("GET", id));
                encounter.wire(
                        encounter.signals().await("asked", SOON), "the upstream was not asked");
                signal("-STOP", gateway);
                try {
                    encounter.signals().give("frozen");
                    encounter.pause(PAUSED_MILLIS);
                } finally {
                    signal("-CONT", gateway);
                }
                return new Exchange(id, client.read());
            }
        };
    }

    private static void signal(String signal, long process) throws IOException {
        Shell.run("kill", signal, Long.toString(process));
    }
}

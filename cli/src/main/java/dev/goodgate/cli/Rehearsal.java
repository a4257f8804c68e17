package dev.goodgate.cli;

import dev.goodgate.lab.serve.Acceptor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A short performance without audience: what the JVM loads and learns here goes into the archive
/// that the launcher keeps.
public final class Rehearsal {
    private Rehearsal() {}

    /// Asks the commands that are over at once; with the operand `run` it starts a gateway as
    /// `goodgate run` does, carries some requests, and ends.
    public static void main(String[] args) throws IOException {
        if (args.length > 0) carry();
        Questions.ask();
        Main.main(new String[] {"--version"});
    }

    /// Does not return.
    private static void carry() throws IOException {
        Path folder = Scratch.ofProcess("goodgate-rehearsal").folder();
        Path settings = folder.resolve("goodgate.yaml");
        Acceptor application =
                Acceptor.start(at(0), socket -> new RehearsedApplication(socket).serve());
        InetSocketAddress gateway = at(free());
        Stage stage = new Stage(settings, gateway, application.address());
        stage.set(folder.resolve("access.log").toString());
        Thread.ofPlatform().start(() -> play(stage));
        Main.main(new String[] {"run", settings.toString()});
    }

    /// Where the gateway is and what its settings are.
    private record Stage(Path settings, InetSocketAddress gateway, InetSocketAddress application) {
        void set(String log) throws IOException {
            Files.writeString(
                    settings,
                    """
                    listeners: [ { address: "%s" } ]
                    routes: [ { name: app, match: { path: / }, upstream: app } ]
                    upstreams: { app: { endpoints: [ "http://%s" ] } }
                    limits: { requests-per-connection: 1000000, connections-per-client: 0 }
                    access-log: { to: "%s" }
                    admin: { address: "127.0.0.1:0" }
                    """
                            .formatted(Service.text(gateway), Service.text(application), log));
        }
    }

    /// With an access log and without, which is a reload; then the process ends.
    private static void play(Stage stage) {
        boolean whole = false;
        try {
            RehearsedTraffic traffic = new RehearsedTraffic(stage.gateway());
            whole = traffic.begin();
            traffic.play();
            stage.set("off");
            traffic.play();
        } catch (IOException e) {
            System.err.println("rehearsal: " + e);
        } finally {
            System.exit(whole ? 0 : 1);
        }
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static int free() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(at(0));
            return probe.getLocalPort();
        }
    }

    /// What is asked of commands that are over at once.
    private static final class Questions {
        private static final int LINES = 2000;
        private static final int HEALTHY_BETWEEN = 20;
        private static final String HEALTHY =
                "192.0.2.7 - - [22/Nov/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 17 \"-\" \"curl\"\n";
        private static final String FAILED = HEALTHY.replace("200 17", "502 157");
        private static final String REFUSED =
                "2026/11/22 10:00:00 [error] 7#7: *1 connect() failed (111: Connection refused)"
                        + " while connecting to upstream, client: 192.0.2.7, server: localhost,"
                        + " request: \"GET / HTTP/1.1\", upstream: \"http://127.0.0.1:3000/\","
                        + " host: \"localhost\"";

        /// A line of several servers each, so that the classes of their dialects are known.
        private static final List<String> OTHERS =
                List.of(
                        "[Sun Nov 22 10:00:00 2026] [proxy:error] [pid 7] (111)Connection refused:"
                                + " AH00957: http: attempt to connect to 127.0.0.1:3000 failed",
                        "haproxy[7]: 192.0.2.7:40000 [22/Nov/2026:10:00:00.000] web app/one"
                                + " 0/0/-1/-1/2 503 217 - - SC-- 1/1/0/0/3 0/0 \"GET / HTTP/1.1\"",
                        "{\"level\":\"error\",\"ts\":1795341600.0,\"msg\":\"dial tcp 127.0.0.1:3000:"
                                + " connect: connection refused\",\"status\":502}",
                        "upstream connect error or disconnect/reset before headers. reset reason:"
                                + " connection termination");

        private Questions() {}

        static void ask() throws IOException {
            say("--help");
            say("status", "502");
            say("status", "499", "--lang", "zh");
            say("status", "799");
            say("status", "bad", "gateway", "--json");
            for (String line : OTHERS) say("explain", "--line", line);
            say("explain", "--line", REFUSED);
            say("explain", "--line", REFUSED, "--json", "--lang", "ru");
            Path log = Files.createTempFile("goodgate-rehearsal", ".log");
            try {
                // Long enough for the compiler to learn from.
                Files.writeString(
                        log,
                        (HEALTHY.repeat(HEALTHY_BETWEEN) + FAILED + REFUSED + "\n").repeat(LINES));
                say("explain", log.toString());
            } finally {
                Files.delete(log);
            }
        }

        private static void say(String... words) {
            PrintStream nowhere =
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            new CommandLine(Commands.ALL).run(List.of(words), new Terminal(nowhere, nowhere));
        }
    }
}

package dev.goodgate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A short performance without audience: what the JVM loads and learns here goes into the archive
/// that the launcher keeps.
public final class Rehearsal {
    private static final int REQUESTS = 24_000;
    private static final int MOST_TRIES = 500;
    private static final int LIMIT_MILLIS = 10_000;
    private static final String REQUEST =
            "GET /rehearsal HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n";
    private static final String LAST_REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
    private static final String ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\nok";

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
        ServerSocket application = new ServerSocket();
        application.bind(at(0));
        InetSocketAddress gateway = at(free());
        Thread.ofPlatform().start(() -> serve(application));
        Thread.ofPlatform().start(() -> play(gateway));
        Main.main(
                new String[] {
                    "run",
                    "--listen",
                    Service.text(gateway),
                    "--admin",
                    "127.0.0.1:0",
                    "--to",
                    "http://" + Service.text(application.getLocalSocketAddress())
                });
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

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static int free() throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(at(0));
            return probe.getLocalPort();
        }
    }

    /// Asks until the gateway is there, then some more, then ends the process.
    private static void play(InetSocketAddress gateway) {
        int rounds = 0;
        for (int tries = 0; rounds < 4 && tries < MOST_TRIES; tries++) {
            try {
                ask(gateway, REQUESTS / 4);
                rounds++;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        System.exit(rounds == 4 ? 0 : 1);
    }

    /// Some requests on one connection, then the last.
    private static void ask(InetSocketAddress address, int requests) throws IOException {
        try (Socket client = new Socket()) {
            client.setSoTimeout(LIMIT_MILLIS);
            client.connect(address, LIMIT_MILLIS);
            byte[] request = REQUEST.getBytes(StandardCharsets.US_ASCII);
            byte[] answer = new byte[4096];
            for (int i = 0; i < requests; i++) {
                client.getOutputStream().write(request);
                if (client.getInputStream().read(answer) < 0) return;
            }
            client.getOutputStream().write(LAST_REQUEST.getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        }
    }

    /// An application that answers, connection by connection; where the path is `/` it hangs up, so
    /// that a failure is explained, too.
    private static void serve(ServerSocket application) {
        try {
            while (true) {
                Socket connection = application.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void answer(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    connection.getInputStream(), StandardCharsets.US_ASCII));
            byte[] answer = ANSWER.getBytes(StandardCharsets.US_ASCII);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("GET / ")) return;
                if (line.isEmpty()) connection.getOutputStream().write(answer);
            }
        } catch (IOException gone) {
            return;
        }
    }
}

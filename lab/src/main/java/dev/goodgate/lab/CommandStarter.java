package dev.goodgate.lab;

import dev.goodgate.lab.config.Gateway;
import dev.goodgate.lab.serve.Plan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starts a gateway as a process of its own. `CONFIG` in the command stands for the configuration
/// file; a command without it gets the file as its last argument.
public final class CommandStarter implements Starter {
    private static final int READY_ROUNDS = 600;
    private static final int ROUND_MILLIS = 50;
    private static final int END_SECONDS = 5;

    private final Gateway gateway;
    private final List<String> command;

    /// A starter of this gateway by this command.
    public CommandStarter(Gateway gateway, List<String> command) {
        this.gateway = gateway;
        this.command = List.copyOf(command);
    }

    @Override
    public ProxyUnderTest start(String configuration, Plan plan) throws IOException {
        Path file = plan.folder().resolve("gateway.yaml");
        Files.writeString(file, configuration);
        Files.deleteIfExists(plan.accessLog());
        List<String> words = new ArrayList<>(command);
        words.replaceAll(word -> word.equals(Gateway.CONFIG) ? file.toString() : word);
        if (!command.contains(Gateway.CONFIG)) {
            words.add(file.toString());
        }
        Path said = plan.folder().resolve("gateway.log");
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), plan.gatewayPort());
        var running = new Running(process, address, insight(plan));
        try {
            awaitReady(process, address, said);
            return running;
        } catch (IOException e) {
            running.close();
            throw e;
        }
    }

    private Optional<Insight> insight(Plan plan) {
        return gateway == Gateway.GOODGATE ? Optional.of(insightOf(plan)) : Optional.empty();
    }

    /// Where our own gateway tells what it saw when the lab has configured it.
    public static Insight insightOf(Plan plan) {
        return new Insight(
                plan.accessLog(), URI.create("http://127.0.0.1:" + plan.adminPort() + "/"));
    }

    private static void awaitReady(Process process, InetSocketAddress address, Path said)
            throws IOException {
        for (int i = 0; i < READY_ROUNDS; i++) {
            try (var probe = new Socket()) {
                probe.connect(address, ROUND_MILLIS);
                return;
            } catch (IOException e) {
                if (ended(process)) {
                    break;
                }
            }
        }
        throw new IOException("the gateway did not start: " + Files.readString(said).strip());
    }

    /// Waits a little for the process to end.
    private static boolean ended(Process process) throws IOException {
        try {
            return process.waitFor(ROUND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private record Running(Process child, InetSocketAddress address, Optional<Insight> insight)
            implements ProxyUnderTest {
        @Override
        public Optional<ProcessHandle> process() {
            return Optional.of(child.toHandle());
        }

        @Override
        public void close() throws IOException {
            child.destroy();
            try {
                if (!child.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                    child.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.goodgate.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Our gateway as a process of its own. Closing it stops the process.
final class OwnGateway implements AutoCloseable {
    private static final String LISTENING = "listening on ";
    private static final long STOP_SECONDS = 10;

    private final Process process;
    private final InetSocketAddress address;

    private OwnGateway(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it with that file and, besides ours, those variables, and waits until it listens.
    /// Throws `IOException` with what it said when it does not.
    static OwnGateway start(Path config, Map<String, String> variables) throws IOException {
        return start(List.of(), config, variables);
    }

    /// The same under a command that starts another, such as `prlimit`.
    static OwnGateway start(List<String> under, Path config, Map<String, String> variables)
            throws IOException {
        List<String> command = new ArrayList<>(under);
        command.addAll(command());
        command.add(config.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        List<String> before = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Optional<InetSocketAddress> address =
                    line.startsWith(LISTENING)
                            ? Address.of(line.substring(LISTENING.length()))
                            : Optional.empty();
            if (address.isPresent()) {
                Thread.ofVirtual().name("gateway-says").start(() -> discard(said));
                return new OwnGateway(process, address.get());
            }
            before.add(line);
        }
        process.destroy();
        throw new IOException("our gateway did not start: " + String.join("; ", before));
    }

    /// Reads to the end, so that the process never waits for a full pipe.
    private static void discard(BufferedReader said) {
        try (said) {
            said.transferTo(Writer.nullWriter());
        } catch (IOException stopped) {
            return;
        }
    }

    /// What starts this very program on this very JVM as `goodgate run`; the file is missing.
    static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(String.join(File.separator, System.getProperty("java.home"), "bin", "java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.add("run");
        return command;
    }

    InetSocketAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

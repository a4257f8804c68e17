package dev.goodgate.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Our gateway as a process of its own, with a configuration made for it. Closing it stops the
/// process and removes the file.
final class OwnGateway implements AutoCloseable {
    private final Process process;
    private final Path file;
    private final InetSocketAddress address;
    private final Optional<InetSocketAddress> admin;

    private OwnGateway(
            Process process,
            Path file,
            InetSocketAddress address,
            Optional<InetSocketAddress> admin) {
        this.process = process;
        this.file = file;
        this.address = address;
        this.admin = admin;
    }

    /// Starts it and waits until it listens. Throws `IOException` with what it said when it does
    /// not.
    static OwnGateway start(String yaml) throws IOException {
        Path file = Files.createTempFile("goodgate", ".yaml");
        Files.writeString(file, yaml);
        ProcessBuilder builder = new ProcessBuilder(command(file));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        List<String> before = new ArrayList<>();
        Optional<InetSocketAddress> address = Optional.empty();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("listening on ") && address.isEmpty()) {
                address = Optional.of(address(line.substring("listening on ".length())));
            }
            if (line.startsWith("admin on ") && address.isPresent()) {
                InetSocketAddress admin = address(line.substring("admin on ".length()));
                Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
                return new OwnGateway(process, file, address.get(), Optional.of(admin));
            }
            before.add(line);
        }
        process.destroy();
        Files.deleteIfExists(file);
        throw new IOException("the gateway did not start: " + String.join("; ", before));
    }

    /// This very program, on this very JVM.
    private static List<String> command(Path file) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.add("run");
        command.add(file.toString());
        return command;
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(
                InetAddress.ofLiteral(text.substring(0, colon)),
                Integer.parseInt(text.substring(colon + 1)));
    }

    InetSocketAddress address() {
        return address;
    }

    Optional<InetSocketAddress> admin() {
        return admin;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(file);
    }
}

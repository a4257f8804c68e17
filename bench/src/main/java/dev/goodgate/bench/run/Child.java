package dev.goodgate.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A server started for a measurement, bound to one core or to none. It ends with {@link #close},
/// or with this JVM at the latest.
public final class Child implements AutoCloseable {
    private final String name;
    private final Path output;
    private final Process process;
    private final Thread atExit;

    private Child(String name, Path output, Process process) {
        this.name = name;
        this.output = output;
        this.process = process;
        this.atExit = new Thread(process::destroy, "stop " + name);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /// How to start one: its output goes to `directory/name.out`.
    ///
    /// @param core the core the whole process is pinned to; -1: none
    public record Start(
            String name, Path directory, int core, List<String> command, Map<String, String> env) {
        /// Starts it.
        public Child now() {
            List<String> line = new ArrayList<>();
            if (core >= 0) {
                line.addAll(List.of("taskset", "-c", Integer.toString(core)));
            }
            line.addAll(command);
            Path output = directory.resolve(name + ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(env);
            try {
                return new Child(name, output, builder.start());
            } catch (IOException e) {
                throw new BenchFailure("cannot start " + name + ": " + e.getMessage());
            }
        }
    }

    /// The pid, for signals and for {@link ProcessTree}.
    public long pid() {
        return process.pid();
    }

    /// The cost of this child and its descendants.
    public ProcessTree tree() {
        return new ProcessTree(process.pid());
    }

    /// Whether it still runs.
    public boolean alive() {
        return process.isAlive();
    }

    /// Waits that long at most; whether it has ended.
    public boolean ends(Duration wait) {
        pause(wait);
        return !process.isAlive();
    }

    /// The number it ended with.
    public int exit() {
        return process.exitValue();
    }

    /// What it has printed so far.
    public String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until the port on 127.0.0.1 accepts a connection.
    public Child awaitPort(int port, Duration limit) {
        long tries = limit.toMillis();
        for (long i = 0; i < tries && process.isAlive(); i++) {
            if (accepts(port)) {
                return this;
            }
            pause(Duration.ofMillis(1));
        }
        String printed = printed();
        close();
        throw new BenchFailure(
                name + " did not listen on port " + port + " within " + limit + ":\n" + printed);
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void pause(Duration length) {
        try {
            process.waitFor(length.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted while waiting for " + name);
        }
    }

    /// Asks it to stop, and kills it after five seconds.
    @Override
    public void close() {
        List<ProcessHandle> below = process.descendants().toList();
        process.destroy();
        pause(Duration.ofSeconds(5));
        below.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        if (process.isAlive()) {
            process.destroyForcibly();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyGoingDown) {
            return;
        }
    }
}

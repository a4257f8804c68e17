package dev.goodgate.lab.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An upstream in a process of its own, so that it can be killed or frozen as the kernel does it.
/// Its dialogue's marks arrive as signals. Started by the driver, ended at the latest when the lab
/// closes.
public final class Mortal implements AutoCloseable {
    private final List<String> command;
    private final Signals signals;
    private @Nullable Process process;

    Mortal(List<String> command, Signals signals) {
        this.command = List.copyOf(command);
        this.signals = signals;
    }

    /// Starts the process and returns once it listens. Throws IOException when it does not.
    public synchronized void start() throws IOException {
        Process started =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process = started;
        var lines = new BufferedReader(new InputStreamReader(started.getInputStream(), UTF_8));
        if (!MortalMain.READY.equals(lines.readLine())) {
            throw new IOException("the upstream process did not start: " + command);
        }
        Thread.ofVirtual().start(() -> listen(lines));
    }

    private void listen(BufferedReader lines) {
        try {
            for (String mark = lines.readLine(); mark != null; mark = lines.readLine()) {
                signals.give(mark);
            }
        } catch (IOException e) {
            // the process is gone
        }
    }

    /// `kill -9`. Returns when the process is gone.
    public synchronized void kill() throws IOException {
        running().destroyForcibly();
        try {
            if (!running().waitFor(5, TimeUnit.SECONDS)) {
                throw new IOException("the upstream process survived kill -9");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// `kill -STOP`.
    public synchronized void freeze() throws IOException {
        Shell.run("kill", "-STOP", Long.toString(running().pid()));
    }

    private Process running() throws IOException {
        if (process == null) {
            throw new IOException("the upstream process was not started");
        }
        return process;
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}

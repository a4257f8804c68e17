package dev.goodgate.lab.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/// Runs the system's own tools, such as `ip`, `nft` and `kill`.
public final class Shell {
    private Shell() {}

    /// A tool of the system is missing or may not do what was asked; says which and why.
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /// Runs a command to its end and returns what it said. Throws [Refused] with its words when it
    /// fails or is not there.
    public static String run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new Refused(String.join(" ", command) + ": exit " + exit + ", " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return said;
    }

    /// True when this command runs to its end without a fault.
    public static boolean works(List<String> command) {
        try {
            run(command.toArray(String[]::new));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

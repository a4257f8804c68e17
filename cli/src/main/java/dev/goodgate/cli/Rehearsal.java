package dev.goodgate.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A short performance without audience: what the JVM loads and learns here goes into the archive
/// that the launcher keeps.
public final class Rehearsal {
    private Rehearsal() {}

    /// Does what a start does, and ends.
    public static void main(String[] args) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new CommandLine(Commands.ALL).run(List.of("--help"), new Terminal(nowhere, nowhere));
    }
}

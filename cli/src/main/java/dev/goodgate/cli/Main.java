package dev.goodgate.cli;

import java.util.List;

/// Where the process starts.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process with its exit status.
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        Exit exit = new CommandLine(Commands.ALL).run(List.of(args), terminal);
        terminal.out().flush();
        System.exit(exit.code());
    }
}

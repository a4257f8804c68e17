package dev.goodgate.cli;

import java.util.List;

/// Every command, in the order of the help text.
final class Commands {
    static final List<Command> ALL =
            List.of(
                    new RunCommand(),
                    new CheckCommand(),
                    new IncidentCommand());

    private Commands() {}
}

package dev.goodgate.cli;

import java.util.List;

/// Every command, in the order of the help text.
final class Commands {
    static final List<Command> ALL =
            List.of(
                    new DemoCommand(),
                    new RunCommand(),
                    new CheckCommand(),
                    new IncidentCommand(),
                    new ExplainCommand(),
                    new StatusCommand(),
                    new LabCommand(),
                    new LabListCommand(),
                    new LabConfigCommand(),
                    new LabAttackCommand(),
                    new ScoreCommand());

    private Commands() {}
}

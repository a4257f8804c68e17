package dev.goodgate.cli;

import dev.goodgate.lab.LabListing;
import dev.goodgate.lab.scenario.Row;
import dev.goodgate.lab.scenario.Rows;
import java.util.List;

/// `goodgate lab list`: every scenario and what it must yield.
final class LabListCommand implements Command {
    @Override
    public Usage usage() {
        return new Usage(
                "lab list",
                "List every fault and what must come of it.",
                "",
                0,
                List.of(Option.JSON, Option.LANG),
                List.of(),
                List.of(
                        new Usage.Example("goodgate lab list", "one line a fault"),
                        new Usage.Example(
                                "goodgate lab list --json", "with everything that is expected")));
    }

    @Override
    public Exit run(Arguments arguments, Terminal terminal) {
        if (arguments.has(Option.JSON)) {
            terminal.out().println(LabListing.json());
            return Exit.FINE;
        }
        for (Row row : Rows.ALL.values()) terminal.out().println(row.id() + "  " + row.fault());
        return Exit.FINE;
    }
}

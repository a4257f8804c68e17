package dev.goodgate.logs.cases;

import java.util.List;

/// Lines whose cause is known: the cause, others that the lines justify as well, and whether
/// somebody confirmed it. `number` is the line of the file it stands in. Nothing but the lines
/// reaches the analysis.
public record LabelledCase(
        int number,
        String id,
        List<String> lines,
        String cause,
        List<String> acceptable,
        boolean confirmed) {
    public LabelledCase {
        lines = List.copyOf(lines);
        acceptable = List.copyOf(acceptable);
    }
}

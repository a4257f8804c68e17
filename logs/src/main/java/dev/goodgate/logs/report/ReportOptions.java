package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.text.Texts;
import java.util.Set;

/// How a report is written: in which language; remedies for whom; whether secrets and the addresses
/// of people are left out (for whatever leaves the machine); whether with ANSI colours; to how many
/// columns sentences are wrapped and quoted lines cut; whether notes are told in full. Colour and
/// width matter to terminals only. Immutable.
public record ReportOptions(
        Texts texts,
        Set<Audience> audiences,
        boolean redact,
        boolean colour,
        int width,
        boolean notes) {
    /// Those who run a site, and the default.
    public static final Set<Audience> OPERATORS = Set.of(Audience.ADMINISTRATOR, Audience.OWNER);

    private static final int WIDTH = 100;
    private static final int NARROWEST = 40;

    public ReportOptions {
        audiences = Set.copyOf(audiences);
        width = Math.max(width, NARROWEST);
    }

    /// For the terminal of whoever reads the logs: nothing is hidden, no colours.
    public static ReportOptions terminal(Texts texts) {
        return new ReportOptions(texts, OPERATORS, false, false, WIDTH, false);
    }

    /// For what leaves the machine: secrets and the addresses of people are left out.
    public static ReportOptions shared(Texts texts) {
        return new ReportOptions(texts, OPERATORS, true, false, WIDTH, false);
    }
}

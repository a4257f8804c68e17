package dev.goodgate.lab;

import dev.goodgate.lab.score.Course;
import dev.goodgate.lab.score.Report;
import java.io.IOException;

/// Drives every scenario through a gateway and says which went as the fault catalogue demands.
public final class Score {
    private Score() {}

    /// Starts the gateway, runs the scenarios, stops it. Takes up to three minutes. Throws
    /// IOException when the lab or the gateway can't be started; a scenario that goes wrong is a
    /// line of the report.
    public static Report run(Starter starter, ScoreOptions options) throws IOException {
        return new Course(options).run(starter);
    }
}

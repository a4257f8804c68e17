package dev.goodgate.cli;

import dev.goodgate.logs.cases.CaseFile;
import dev.goodgate.logs.cases.Score;
import dev.goodgate.logs.cases.ScoreJson;
import dev.goodgate.logs.cases.ScoreText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// `goodgate explain --cases`: how often the first answer is right.
final class ExplainCases {
    private ExplainCases() {}

    static Exit run(String file, Arguments arguments, Terminal terminal) {
        try {
            Score score = Score.of(CaseFile.read(Path.of(file)));
            boolean json = arguments.has(Option.JSON);
            terminal.out().print(json ? ScoreJson.of(score) + "\n" : ScoreText.of(score));
            return Exit.FINE;
        } catch (NoSuchFileException | InvalidPathException _) {
            terminal.say("explain: --cases " + file + ": no such file");
        } catch (IOException failed) {
            terminal.say("explain: --cases " + file + ": " + failed.getMessage());
        } catch (CaseFile.CaseFault fault) {
            terminal.say("explain: " + fault.getMessage());
        }
        return Exit.WRONG;
    }
}

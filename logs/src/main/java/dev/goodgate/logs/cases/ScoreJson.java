package dev.goodgate.logs.cases;

import dev.goodgate.diagnosis.text.Json;
import java.util.List;
import java.util.Map;

/// A score as JSON: each case with its answers, each cause, and the summary, whose shares are
/// fractions of 1.
public final class ScoreJson {
    private ScoreJson() {}

    /// The whole document.
    public static String of(Score score) {
        Json json = new Json().open().list("cases");
        for (Judged one : score.judged()) {
            json.open()
                    .member("id", one.labelled().id())
                    .member("line", one.labelled().number())
                    .member("cause", one.labelled().cause())
                    .list("answers");
            one.answers().forEach(json::item);
            json.end()
                    .member("first", one.first())
                    .member("top3", one.topThree())
                    .member("tolerant", one.tolerant())
                    .close();
        }
        json.end().object("causes");
        for (Map.Entry<String, List<Judged>> one : score.byCause().entrySet()) {
            json.object(one.getKey());
            shares(json, new Score(one.getValue())).close();
        }
        json.close();
        shares(json.object("confirmed"), score.confirmed()).close();
        shares(json.object("summary"), score).close();
        return json.close().toString();
    }

    private static Json shares(Json json, Score score) {
        return json.member("total", score.total())
                .member("first", share(score.first()))
                .member("top3", share(score.topThree()))
                .member("tolerantFirst", share(score.tolerantFirst()))
                .member("macroFirst", share(score.macroFirst()));
    }

    /// Four digits are enough for any file of cases.
    private static double share(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}

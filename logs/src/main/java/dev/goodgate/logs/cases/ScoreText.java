package dev.goodgate.logs.cases;

import dev.goodgate.logs.report.Visible;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A score in words: each miss, each cause, and the shares.
public final class ScoreText {
    private ScoreText() {}

    /// The whole text.
    public static String of(Score score) {
        StringBuilder out = new StringBuilder();
        for (Judged one : score.judged()) {
            if (!one.first()) out.append(miss(one));
        }
        out.append('\n');
        for (Map.Entry<String, List<Judged>> one : score.byCause().entrySet()) {
            out.append(row(one.getKey(), new Score(one.getValue())));
        }
        out.append('\n').append(row("confirmed", score.confirmed())).append(row("all", score));
        out.append(
                String.format(
                        Locale.ROOT, "mean over causes %22.1f %%%n", 100 * score.macroFirst()));
        return out.toString();
    }

    private static String miss(Judged one) {
        String kind = one.tolerant() ? "accepted" : one.topThree() ? "among three" : "missed";
        return String.format(
                Locale.ROOT,
                "%-11s line %d %s: %s, answered %s%n",
                kind,
                one.labelled().number(),
                Visible.of(one.labelled().id()),
                Visible.of(one.labelled().cause()),
                one.answers().isEmpty() ? "nothing" : String.join(", ", one.answers()));
    }

    private static String row(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "%-28s %4d cases  first %5.1f %%  tolerant %5.1f %%  top 3 %5.1f %%%n",
                Visible.of(name),
                score.total(),
                100 * score.first(),
                100 * score.tolerantFirst(),
                100 * score.topThree());
    }
}

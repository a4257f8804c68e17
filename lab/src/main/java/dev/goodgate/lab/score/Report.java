package dev.goodgate.lab.score;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A whole score. Its JSON has the schema `docs/schema/score.schema.json`.
public record Report(List<Result> scenarios, Summary summary) {
    /// Counts: `total` is right and wrong together, skipped rows apart.
    public record Summary(int total, int right, int wrong, int skipped) {}

    /// A report of these results, in the order of their ids.
    public static Report of(Stream<Result> results) {
        List<Result> sorted = results.sorted(Comparator.comparing(Result::id)).toList();
        int right = count(sorted, Verdict.RIGHT);
        int wrong = count(sorted, Verdict.WRONG);
        return new Report(
                sorted, new Summary(right + wrong, right, wrong, count(sorted, Verdict.SKIPPED)));
    }

    /// As JSON.
    public String json() {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(this);
    }

    /// From the JSON of another process.
    static Report parse(String json) {
        return JsonMapper.builder().build().readValue(json, Report.class);
    }

    /// As lines for people: what went wrong, what was skipped, the sum.
    public String text() {
        var text = new StringBuilder();
        for (Result result : scenarios) {
            if (result.verdict() != Verdict.RIGHT) {
                text.append(result.verdict() == Verdict.WRONG ? "wrong    " : "skipped  ");
                text.append(result.id()).append("  ").append(result.fault()).append(": ");
                text.append(result.reason()).append('\n');
            }
        }
        text.append(summary.right()).append(" of ").append(summary.total()).append(" right, ");
        text.append(summary.skipped()).append(" skipped\n");
        return text.toString();
    }

    private static int count(List<Result> results, Verdict verdict) {
        return (int) results.stream().filter(r -> r.verdict() == verdict).count();
    }
}

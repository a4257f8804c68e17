package dev.goodgate.logs.cases;

import java.util.List;

/// A case and the causes the analysis named for it, the most believed first.
public record Judged(LabelledCase labelled, List<String> answers) {
    public Judged {
        answers = List.copyOf(answers);
    }

    /// Whether the first answer is the cause.
    public boolean first() {
        return !answers.isEmpty() && answers.getFirst().equals(labelled.cause());
    }

    /// Whether one of the first three answers is the cause.
    public boolean topThree() {
        return answers.subList(0, Math.min(3, answers.size())).contains(labelled.cause());
    }

    /// Whether the first answer is the cause or one that the lines justify as well.
    public boolean tolerant() {
        return first()
                || (!answers.isEmpty() && labelled.acceptable().contains(answers.getFirst()));
    }
}

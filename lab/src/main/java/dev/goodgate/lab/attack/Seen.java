package dev.goodgate.lab.attack;

/// What the client of one cut saw: its responses, and whether the gateway closed.
record Seen(Cut cut, String peer, Answers answers, boolean closed, String trouble) {

    /// In a few words.
    String text() {
        if (!trouble.isEmpty()) return trouble;
        StringBuilder text = new StringBuilder();
        if (answers.statuses().size() <= 4) text.append(answers.statuses());
        else text.append(answers.statuses().size()).append(" responses");
        if (!answers.garbage().isEmpty()) text.append(" then ").append(answers.garbage());
        return text.append(closed ? ", closed" : ", open").toString();
    }
}

package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.Hop;
import dev.goodgate.diagnosis.Symptom;
import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.diagnosis.text.SymptomTexts;
import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.sign.Sign;
import dev.goodgate.logs.sign.Signs;
import dev.goodgate.logs.story.Ranked;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there is to say about one story, in one language, before it takes a form. All text that
/// stems from logs is harmless already, and masked where asked. Immutable.
final class Account {
    private static final int MOST_EVIDENCE = 4;
    private static final int MOST_QUOTES = 32;
    private static final int MOST_SIGNS = 3;
    private static final int FEWEST_SLICES = 3;

    private final int number;
    private final Story story;
    private final Explained explained;
    private final ReportOptions options;
    private final Masking masking;
    private final List<Candidate> candidates = new ArrayList<>();

    Account(int number, Story story, Explained explained, ReportOptions options) {
        this.number = number;
        this.story = story;
        this.explained = explained;
        this.options = options;
        masking = Masking.of(explained.stories(), options.redact());
        Failure failure = StoryFailure.of(story);
        for (Ranked ranked : story.causes()) {
            Candidate.of(ranked, failure, options).ifPresent(candidates::add);
        }
    }

    /// A quoted line: which file, the number of the line from 1, when or [Line#NO_TIME].
    record Exhibit(String file, long line, long micros, String text) {
        String place() {
            return file + ":" + line;
        }
    }

    /// What a sign says, and how many lines show it.
    record Saying(String sign, long lines, String sentence) {}

    int number() {
        return number;
    }

    Story story() {
        return story;
    }

    Masking masking() {
        return masking;
    }

    /// All that may be the cause, the likeliest first.
    List<Candidate> candidates() {
        return candidates;
    }

    /// The cause, where one can be told.
    Optional<Candidate> cause() {
        return candidates.stream()
                .limit(1)
                .filter(one -> one.ranked().confidence() != Confidence.POSSIBLE)
                .findFirst();
    }

    /// The candidates beside the cause told.
    List<Candidate> others() {
        return cause().isPresent() ? candidates.subList(1, candidates.size()) : candidates;
    }

    /// The cause, or where none can be told, what happened.
    String title() {
        Symptom symptom = story.symptom();
        String happened = SymptomTexts.of(symptom, symptom.status(), options.texts()).title();
        return cause().map(Candidate::title).orElse(happened);
    }

    /// How sure the cause is, or that none is.
    String sureness() {
        return cause().map(Candidate::sureness).orElse(options.texts().text("story.untold"));
    }

    Hop hop() {
        for (Group group : story.telling()) {
            Optional<Sign> sign = Signs.ALL.of(group.key().sign());
            if (sign.isPresent() && sign.get().symptom() == story.symptom()) {
                return sign.get().hop();
            }
        }
        return story.symptom().hop();
    }

    /// Where, in a word.
    private String place() {
        Hop hop = hop();
        boolean far = hop == Hop.VISITOR || hop == Hop.ACCESS;
        return options.texts().text((far ? "story.hop." : "hop.") + hop.id());
    }

    /// Where, and what was observed there.
    String observed() {
        return pair(place(), sentence(story.symptom()));
    }

    /// A candidate beside others.
    String beside(Candidate one) {
        return aside(one.title(), one.surenessBeside());
    }

    /// What stands above the candidates beside the cause told, or above all of them.
    String othersTitle() {
        return options.texts().text(cause().isPresent() ? "story.also" : "story.candidates");
    }

    /// A step, with whom it is for unless that is whoever reads.
    String step(Remedy step) {
        if (step.audience() == Audience.ADMINISTRATOR) return step.text();
        return pair(options.texts().text("audience." + step.audience().id()), step.text());
    }

    String aside(String text, String aside) {
        return options.texts().text("story.aside", Map.of("text", text, "aside", aside));
    }

    private String pair(String name, String value) {
        return options.texts().text("story.pair", Map.of("name", name, "value", value));
    }

    private String sentence(Symptom symptom) {
        return SymptomTexts.of(symptom, symptom.status(), options.texts()).operator();
    }

    /// `412 failures`.
    String failures() {
        return options.texts().text("story.failures", Map.of("count", story.failures()));
    }

    /// How often and when, as far as known.
    String course() {
        Texts texts = options.texts();
        if (!story.timed()) return texts.text("story.untimed");
        long lasted = story.last() - story.first();
        String often = new Amounts(texts).often(story.failures(), lasted);
        String span = span();
        return often.isEmpty() ? span : texts.list(List.of(often, span));
    }

    /// From when to when; only where timed.
    String span() {
        return new When(explained.clock().zone()).span(story.first(), story.last());
    }

    Optional<Rate> rate(int most) {
        return Rate.of(story, most);
    }

    /// The same where there is enough of it to draw.
    Optional<Rate> drawn(int most) {
        return rate(most).filter(rate -> rate.counts().size() >= FEWEST_SLICES);
    }

    Affected affected() {
        return new Affected(story);
    }

    /// The lines that prove it: of those that differ in numbers alone, the first.
    List<Exhibit> evidence() {
        List<Exhibit> shown = new ArrayList<>();
        Set<String> shapes = new HashSet<>();
        for (Quote quote : story.evidence(MOST_QUOTES)) {
            if (shown.size() == MOST_EVIDENCE || !shapes.add(shape(quote.text()))) continue;
            shown.add(
                    new Exhibit(
                            Visible.of(quote.where().source()),
                            explained.coverage().number(quote.where()),
                            quote.micros(),
                            masking.shown(quote.text())));
        }
        return shown;
    }

    private static String shape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> c < '0' || c > '9').forEach(c -> out.append((char) c));
        return out.toString();
    }

    /// What the most telling signs say, each sentence once.
    List<Saying> sayings() {
        Map<String, Saying> bySentence = new LinkedHashMap<>();
        boolean statuses = story.telling().stream().allMatch(Account::status);
        for (Group group : story.telling()) {
            Optional<Sign> sign = Signs.ALL.of(group.key().sign());
            if (sign.isEmpty() || (status(group) && !statuses)) continue;
            String sentence = sentence(sign.get().symptom());
            Saying saying = new Saying(sign.get().id(), group.count(), sentence);
            bySentence.merge(sentence, saying, Account::joined);
        }
        return bySentence.values().stream().limit(MOST_SIGNS).toList();
    }

    /// Whether it is a status in an access log, which says less than any line beside it.
    private static boolean status(Group group) {
        return group.key().sign().startsWith("access.");
    }

    private static Saying joined(Saying one, Saying other) {
        boolean same = one.sign().equals(other.sign());
        long lines = same ? one.lines() + other.lines() : Math.max(one.lines(), other.lines());
        return new Saying(one.sign(), lines, one.sentence());
    }

    /// Why the first candidate: what rules found, then what lines say beyond what was observed.
    List<String> why() {
        List<String> why = new ArrayList<>();
        if (!candidates.isEmpty()) why.addAll(candidates.getFirst().reasons(true));
        List<Saying> sayings = sayings();
        boolean said =
                sayings.size() == 1
                        && sayings.getFirst().sentence().equals(sentence(story.symptom()));
        for (Saying saying : said ? List.<Saying>of() : sayings) {
            Map<String, Object> values =
                    Map.of("count", saying.lines(), "sentence", saying.sentence());
            why.add(options.texts().text("story.lines", values));
        }
        return why;
    }

    /// The command that decides, or that starts mending what is decided.
    Optional<Remedy> next() {
        return candidates.isEmpty() ? Optional.empty() : candidates.getFirst().next();
    }

    /// What stands above that command.
    String nextTitle() {
        boolean sure = !candidates.isEmpty() && candidates.getFirst().confirmed();
        return options.texts().text(sure ? "story.next_do" : "story.next_sure");
    }
}

package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Cause.Confidence;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.cause.Audience;
import dev.goodgate.diagnosis.cause.CauseEntry;
import dev.goodgate.diagnosis.cause.CauseTexts;
import dev.goodgate.diagnosis.cause.Causes;
import dev.goodgate.diagnosis.cause.Remedy;
import dev.goodgate.logs.rule.Beliefs.Reason;
import dev.goodgate.logs.story.Ranked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A cause of a story in words. `steps` are for those who read, administrators first; `known` are
/// all steps.
record Candidate(
        Ranked ranked,
        String title,
        String explanation,
        List<Remedy> steps,
        List<Remedy> known,
        ReportOptions options) {
    private static final List<Audience> ORDER =
            List.of(Audience.ADMINISTRATOR, Audience.OWNER, Audience.VISITOR);

    Candidate {
        steps = List.copyOf(steps);
        known = List.copyOf(known);
    }

    /// The words for that cause; none for one that is in no catalogue.
    static Optional<Candidate> of(Ranked ranked, Failure failure, ReportOptions options) {
        Optional<Cause> cause =
                Causes.ALL.stream().filter(one -> one.id().equals(ranked.cause())).findFirst();
        return cause.map(one -> made(one, ranked, failure, options));
    }

    private static Candidate made(
            Cause cause, Ranked ranked, Failure failure, ReportOptions options) {
        CauseTexts texts = CauseTexts.of(cause, failure, options.texts());
        List<Remedy> known = new ArrayList<>();
        for (Audience audience : ORDER) {
            texts.remedies().stream()
                    .filter(step -> step.audience() == audience)
                    .forEach(step -> known.add(harmless(step)));
        }
        List<Remedy> steps = new ArrayList<>(known);
        steps.removeIf(step -> !options.audiences().contains(step.audience()));
        return new Candidate(ranked, texts.title(), texts.explanation(), steps, known, options);
    }

    /// An upstream's address in it stems from a log.
    private static Remedy harmless(Remedy step) {
        return new Remedy(
                step.audience(),
                step.platforms(),
                Visible.of(step.text()),
                Visible.of(step.risk()),
                Visible.of(step.command()));
    }

    String id() {
        return ranked.cause();
    }

    boolean confirmed() {
        return ranked.confidence() == Confidence.CONFIRMED;
    }

    /// `likely, 62 %`.
    String sureness() {
        return sureness(ranked.confidence());
    }

    /// The same beside a likelier cause: as long as there are two, neither is proven.
    String surenessBeside() {
        return sureness(confirmed() ? Confidence.LIKELY : ranked.confidence());
    }

    private String sureness(Confidence confidence) {
        String word = "confidence." + confidence.name().toLowerCase(Locale.ROOT);
        String share = new Amounts(options.texts()).percent(ranked.belief());
        return options.texts().list(List.of(options.texts().text(word), share));
    }

    /// Why rules spoke for it, or against it.
    List<String> reasons(boolean speaksFor) {
        Set<String> said = new LinkedHashSet<>();
        for (Reason reason : ranked.reasons()) {
            if (reason.speaksFor() != speaksFor) continue;
            said.add(options.texts().text("story.reason." + reason.rule()));
        }
        return List.copyOf(said);
    }

    /// The step whose command comes next: one that makes sure, or, where nothing is left to make
    /// sure of, the first that helps.
    Optional<Remedy> next() {
        CauseEntry entry = CauseEntry.of(id(), options.texts().language());
        Optional<Remedy> other = Optional.empty();
        for (Remedy step : known) {
            if (step.command().isEmpty()) continue;
            boolean check = entry.checks().stream().anyMatch(one -> madeOf(one.text(), step));
            if (check != confirmed()) return Optional.of(step);
            if (other.isEmpty()) other = Optional.of(step);
        }
        return other;
    }

    /// Whether that step is this template with its slots filled.
    private static boolean madeOf(String template, Remedy step) {
        int at = 0;
        int from = 0;
        while (from < template.length()) {
            int open = template.indexOf('{', from);
            String literal = template.substring(from, open < 0 ? template.length() : open);
            int found = step.text().indexOf(literal, at);
            if (found < 0 || (from == 0 && found > 0)) return false;
            at = found + literal.length();
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) break;
            from = close + 1;
        }
        return true;
    }
}

package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.Failure;
import dev.goodgate.diagnosis.text.Language;
import dev.goodgate.diagnosis.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is said about a cause of one failure: how to make sure of it and what to do, a few steps an
/// audience, for the platforms the evidence names, with its addresses filled in. All that is known
/// of a cause is its [CauseEntry].
public record CauseTexts(String title, String explanation, List<Remedy> remedies) {

    /// Enough to act on a page of few kilobytes; the cause's page in the docs tells the rest.
    private static final int MOST_STEPS = 3;

    private static final int MOST_FOR_OWNERS = 2;

    /// A machine without containers.
    private static final Set<Platform> PLAIN = Set.of(Platform.BARE, Platform.SYSTEMD);

    public CauseTexts {
        remedies = List.copyOf(remedies);
    }

    /// The texts of that cause. Steps name the upstream's address: they are for operators.
    public static CauseTexts of(Cause cause, Failure failure, Texts texts) {
        return chosen(cause, Platform.of(failure), Target.of(failure), texts.language());
    }

    /// The texts without anything about this failure.
    public static CauseTexts general(Cause cause, Texts texts) {
        return chosen(cause, PLAIN, Target.UNKNOWN, texts.language());
    }

    /// The texts for a failure at a gateway that is not ours: without steps that ask Goodgate.
    public static CauseTexts elsewhere(Cause cause, Texts texts) {
        CauseTexts all = general(cause, texts);
        List<Remedy> steps =
                all.remedies.stream().filter(step -> !asksGoodgate(step.command())).toList();
        return new CauseTexts(all.title, all.explanation, steps);
    }

    private static boolean asksGoodgate(String command) {
        return command.contains("goodgate") || command.contains("127.0.0.1:9900");
    }

    private static CauseTexts chosen(
            Cause cause, Set<Platform> named, Target target, Language language) {
        CauseEntry entry = CauseEntry.of(cause.id(), language);
        Words words = Words.in(language);
        List<Remedy> steps = new ArrayList<>();
        for (Audience audience : Audience.values()) {
            List<Remedy> mine = new ArrayList<>(suiting(entry.checks(), audience, named, 1));
            int most = audience == Audience.OWNER ? MOST_FOR_OWNERS : MOST_STEPS;
            int rest = most - mine.size();
            mine.addAll(suiting(entry.remedies(), audience, named, rest));
            for (Remedy step : mine) steps.add(step.about(target, words));
        }
        return new CauseTexts(entry.title(), entry.why(), steps);
    }

    /// In the order of the file; but what is made for a platform that the evidence names never
    /// falls off the end in favour of what is for any.
    private static List<Remedy> suiting(
            List<Remedy> all, Audience audience, Set<Platform> named, int most) {
        List<Remedy> mine = new ArrayList<>();
        for (Remedy one : all) {
            if (one.audience() == audience && one.suits(named)) mine.add(one);
        }
        for (int i = mine.size() - 1; i >= 0 && mine.size() > most; i--) {
            if (PLAIN.containsAll(mine.get(i).platforms())) mine.remove(i);
        }
        return mine.subList(0, Math.min(most, mine.size()));
    }
}

package dev.goodgate.logs.report;

import dev.goodgate.diagnosis.text.Texts;
import dev.goodgate.logs.Explained;
import dev.goodgate.logs.source.Skipped;
import dev.goodgate.logs.story.Story;
import dev.goodgate.logs.tally.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What all forms of a report share: the verdict, the accounts of the stories told in full, those
/// of notes, and what was not read. Immutable.
final class Report {
    private static final int MOST_SKIPPED = 10;

    private final Explained explained;
    private final ReportOptions options;
    private final List<Account> told = new ArrayList<>();
    private final List<Account> notes = new ArrayList<>();

    Report(Explained explained, ReportOptions options) {
        this.explained = explained;
        this.options = options;
        for (Story story : explained.stories()) {
            int number = told.size() + notes.size() + 1;
            boolean aside = story.note() && !options.notes();
            (aside ? notes : told).add(new Account(number, story, explained, options));
        }
    }

    Texts texts() {
        return options.texts();
    }

    String text(String key) {
        return texts().text(key);
    }

    Explained explained() {
        return explained;
    }

    /// The stories told in full.
    List<Account> told() {
        return told;
    }

    /// The notes told in a line each.
    List<Account> notes() {
        return notes;
    }

    /// How many problems there are, and in what.
    String verdict() {
        Coverage.Read read = explained.coverage().total();
        long problems = explained.stories().stream().filter(story -> !story.note()).count();
        Amounts amounts = new Amounts(texts());
        int files = explained.coverage().sources().size();
        Map<String, Object> values =
                Map.of(
                        "stories", problems,
                        "files", files,
                        "lines", read.lines(),
                        "octets", amounts.octets(read.octets()),
                        "took", amounts.millis(explained.micros() / 1000));
        if (files > 0) return texts().text(problems > 0 ? "story.found" : "story.none", values);
        if (!explained.stories().isEmpty() || explained.skipped().isEmpty()) {
            String key = problems > 0 ? "story.found_pasted" : "story.none_pasted";
            return texts().text(key, values);
        }
        return text("story.unread");
    }

    /// What else to know about the whole: when failures were, how much was read in part.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (timed()) {
            String span = new When(explained.clock().zone()).span(first(), last());
            remarks.add(texts().text("story.seen", Map.of("span", span)));
        }
        long cut = explained.coverage().total().cut();
        if (cut > 0) remarks.add(texts().text("story.cut", Map.of("count", cut)));
        return remarks;
    }

    boolean timed() {
        return explained.stories().stream().anyMatch(Story::timed);
    }

    /// The earliest time of a story, where timed.
    long first() {
        return explained.stories().stream()
                .filter(Story::timed)
                .mapToLong(Story::first)
                .min()
                .orElse(0);
    }

    /// The latest time of a story, where timed.
    long last() {
        return explained.stories().stream()
                .filter(Story::timed)
                .mapToLong(Story::last)
                .max()
                .orElse(0);
    }

    String skippedTitle() {
        return texts().text("story.skipped", Map.of("count", (long) explained.skipped().size()));
    }

    /// What was not read and why, a line each, and how many more.
    List<String> skipped() {
        List<String> lines = new ArrayList<>();
        for (Skipped one : explained.skipped()) {
            if (lines.size() == MOST_SKIPPED) {
                long more = (long) explained.skipped().size() - MOST_SKIPPED;
                lines.add(texts().text("story.more", Map.of("count", more)));
                break;
            }
            String why = text("story.skipped." + why(one));
            Map<String, String> values = Map.of("text", why, "aside", Visible.of(one.detail()));
            String said = one.detail().isEmpty() ? why : texts().text("story.aside", values);
            lines.add(
                    texts().text(
                                    "story.pair",
                                    Map.of("name", Visible.of(one.name()), "value", said)));
        }
        return lines;
    }

    /// The reason as a word for programs.
    static String why(Skipped skipped) {
        return skipped.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The facts about a story that have a name: who was struck, what clients got, how long it
    /// took.
    List<Fact> facts(Account account) {
        Affected affected = account.affected();
        List<Fact> facts = new ArrayList<>();
        fact(facts, "story.upstreams", affected.upstreams(), account);
        fact(facts, "story.routes", affected.routes(), account);
        fact(facts, "story.hosts", affected.hosts(), account);
        fact(facts, "story.paths", affected.paths(), account);
        fact(facts, "story.statuses", affected.statuses(), account);
        var durations = affected.durations();
        if (durations.count() > 0) {
            Amounts amounts = new Amounts(texts());
            Map<String, String> values =
                    Map.of(
                            "p50", amounts.millis(durations.quantile(0.5)),
                            "p95", amounts.millis(durations.quantile(0.95)),
                            "max", amounts.millis(durations.quantile(1)));
            String value = texts().text("story.durations_are", values);
            facts.add(new Fact(text("story.durations"), value));
        }
        return facts;
    }

    /// A name and what is known by it.
    record Fact(String name, String value) {}

    private void fact(
            List<Fact> facts, String key, List<Affected.Counted> values, Account account) {
        if (values.isEmpty()) return;
        List<String> shown = new ArrayList<>();
        for (Affected.Counted one : values.subList(0, Math.min(3, values.size()))) {
            String value = clipped(account.masking().shown(one.value()));
            shown.add(value + " ×" + texts().numbers().whole(one.count()));
        }
        if (values.size() > 3) {
            long more = values.size() - 3L;
            shown.add(texts().text("story.more", Map.of("count", more)));
        }
        facts.add(new Fact(text(key), texts().list(shown)));
    }

    private static String clipped(String value) {
        return value.length() <= 80 ? value : value.substring(0, 79) + "…";
    }
}

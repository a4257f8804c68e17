package dev.goodgate.diagnosis.cause;

import dev.goodgate.diagnosis.Cause;
import dev.goodgate.diagnosis.text.Language;
import java.util.ArrayList;
import java.util.List;

/// The pages in `docs/causes`: everything known of each cause, in English.
final class CausePage {
    private CausePage() {}

    /// The page of one cause.
    static String of(Cause cause) {
        CauseEntry entry = CauseEntry.of(cause.id(), Language.ENGLISH);
        StringBuilder out = new StringBuilder(4096);
        out.append("# ").append(entry.title()).append("\n\n`").append(entry.id());
        out.append("` · whose matter: ").append(entry.owner().id()).append("\n\n");
        out.append(entry.why()).append("\n\n**For experts.** ").append(entry.expert());
        out.append("\n");
        if (!entry.symptoms().isEmpty()) {
            out.append("\n## Symptoms that lead here\n\n| symptom | speaks for it |\n|---|---|\n");
            entry.symptoms()
                    .forEach((symptom, prior) ->
                            out.append("| `")
                                    .append(symptom.id())
                                    .append("` | ")
                                    .append(words(prior))
                                    .append(" |\n"));
        }
        quoted(out, "Log lines that prove it", entry.logs());
        quoted(out, "Pages that say so", pages(cause.id()));
        out.append("\n## Make sure\n\n");
        for (Remedy check : entry.checks()) step(out, check, who(check));
        for (Audience audience : Audience.values()) {
            List<Remedy> mine =
                    entry.remedies().stream().filter(one -> one.audience() == audience).toList();
            if (mine.isEmpty()) continue;
            out.append("\n## What ").append(audience.id()).append("s can do\n\n");
            for (Remedy remedy : mine) step(out, remedy, "");
        }
        out.append(
                "\n`{host}`, `{port}`, `{address}` and the like stand for the upstream of a failure;");
        out.append(" words in capitals are\nfor you to replace. All causes: [index](README.md).\n");
        return out.toString();
    }

    /// The list of all pages, by owner.
    static String index() {
        StringBuilder out = new StringBuilder(8192);
        out.append(
                "# Causes\n\nWhy a gateway has to answer with an error, whose matter it is, and");
        out.append(" what to do.\nMade from the causes' files by `CauseDocsTest`;");
        out.append(" `-Dgolden=write` rewrites all pages.\n");
        for (Owner owner : Owner.values()) {
            out.append("\n## ").append(owner.id()).append("\n\n");
            for (Cause cause : Causes.ALL) {
                CauseEntry entry = CauseEntry.of(cause.id(), Language.ENGLISH);
                if (entry.owner() != owner) continue;
                out.append("- [`").append(cause.id()).append("`](").append(cause.id());
                out.append(".md): ").append(entry.title()).append("\n");
            }
        }
        return out.toString();
    }

    private static void step(StringBuilder out, Remedy step, String who) {
        List<String> notes = new ArrayList<>();
        if (!who.isEmpty()) notes.add(who);
        step.platforms().stream().sorted().map(Platform::id).forEach(notes::add);
        out.append("1. ");
        if (!notes.isEmpty()) out.append("*").append(String.join(", ", notes)).append("*: ");
        out.append(step.text());
        if (!step.risk().isEmpty()) out.append(" **Mind:** ").append(step.risk());
        out.append("\n");
        if (!step.command().isEmpty()) {
            out.append("\n   ```\n   ").append(step.command()).append("\n   ```\n");
        }
    }

    private static void quoted(StringBuilder out, String title, List<String> lines) {
        if (lines.isEmpty()) return;
        out.append("\n## ").append(title).append("\n\n```\n");
        for (String line : lines) out.append(line).append("\n");
        out.append("```\n");
    }

    private static List<String> pages(String id) {
        CauseFile file = CauseFile.of(id);
        List<String> pages = new ArrayList<>();
        for (int i = 1; !file.fact("page." + i).isEmpty(); i++) pages.add(file.fact("page." + i));
        return pages;
    }

    private static String who(Remedy check) {
        return check.audience() == Audience.ADMINISTRATOR ? "" : check.audience().id();
    }

    private static String words(Prior prior) {
        return switch (prior) {
            case HIGH -> "high: it may prove it";
            case MEDIUM -> "medium: more likely than not, given fitting evidence";
            case LOW -> "low: worth checking";
            case RARE -> "only with proof: a log line, a probe, a process that ended";
        };
    }
}

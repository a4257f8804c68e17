package dev.goodgate.cli;

import dev.goodgate.status.Atlas;
import dev.goodgate.status.Audience;
import dev.goodgate.status.Entry;
import dev.goodgate.status.Listing;
import dev.goodgate.status.Span;
import dev.goodgate.status.StatusClass;
import dev.goodgate.status.Stranger;
import dev.goodgate.status.Words;
import java.util.ArrayList;
import java.util.List;

/// An answer of the atlas as text for a terminal of 80 columns.
final class StatusText {
    private static final String INDENT = "  ";

    private final Atlas atlas;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    StatusText(Atlas atlas, Words words) {
        this.atlas = atlas;
        this.words = words;
    }

    String of(StatusAnswer answer) {
        if (answer.stranger().isPresent()) {
            stranger(answer.stranger().get());
        } else if (answer.shown().isEmpty()) {
            String asked = answer.asked();
            paragraph(
                    "",
                    asked.isEmpty()
                            ? words.word("unknown.filter")
                            : words.word("unknown.text", asked));
        } else if (answer.inFull()) {
            full(answer);
        } else if (answer.asked().isEmpty() || StatusClass.named(answer.asked()).isPresent()) {
            text.append(new StatusList(words).grouped(answer.shown()));
            if (answer.shown().size() == atlas.all().size()) unassigned();
        } else {
            text.append(StatusList.rows(answer.shown()));
        }
        return text.toString();
    }

    private void full(StatusAnswer answer) {
        List<Listing> shown = answer.shown();
        if (shown.size() > 1) {
            paragraph("", words.word("several", answer.asked()));
            text.append(StatusList.rows(shown));
        }
        for (Listing listing : shown) {
            if (shown.size() > 1) text.append('\n').repeat('─', Fold.WIDTH).append("\n\n");
            page(atlas.read(listing, words));
        }
        if (answer.related().isEmpty()) return;
        boolean searched = atlas.of(answer.asked()).isEmpty();
        heading(searched ? "heading.related" : "heading.details");
        text.append(StatusList.rows(answer.related()));
    }

    private void page(Entry entry) {
        Listing listing = entry.listing();
        String vendor = listing.vendor().isEmpty() ? "" : " (" + listing.vendor() + ")";
        text.append(listing.code()).append(' ').append(listing.phrase()).append(vendor);
        text.append("\n\n");
        paragraph(INDENT, entry.meaning());
        text.append('\n');
        fields(entry);
        heading("heading.path");
        paragraph(INDENT, entry.path());
        for (Audience audience : Audience.values()) {
            heading("audience." + audience.id());
            for (String sentence : entry.advice().getOrDefault(audience, List.of())) {
                hanging(INDENT + "- ", sentence);
            }
        }
        if (entry.twins().isEmpty()) return;
        boolean apart = !entry.tellApart().isEmpty();
        heading(apart ? "heading.apart" : "heading.related");
        if (apart) {
            paragraph(INDENT, entry.tellApart());
            text.append('\n');
        }
        text.append(StatusList.rows(entry.twins()));
    }

    private void fields(Entry entry) {
        Listing listing = entry.listing();
        List<String[]> rows = new ArrayList<>();
        boolean beside = !listing.code().equals(Integer.toString(listing.status()));
        if (beside && listing.status() > 0) {
            row(rows, "field.status", Integer.toString(listing.status()));
        }
        String id = listing.statusClass().id();
        boolean numbered = id.endsWith("xx");
        String statusClass = words.of(listing.statusClass());
        row(rows, "field.class", numbered ? list(List.of(id, statusClass)) : statusClass);
        row(rows, "field.kind", words.of(listing.kind()));
        row(rows, "field.defined", entry.definedIn());
        row(rows, "field.replaces", entry.replaces());
        row(rows, "field.also", list(entry.otherNames()));
        row(rows, "field.emitted", list(entry.emittedBy()));
        row(rows, "field.retry", words.word("retry." + entry.retry().id()));
        row(rows, "field.cacheable", words.word("cacheable." + entry.cacheable().id()));
        table(rows);
    }

    private void row(List<String[]> rows, String label, String value) {
        if (!value.isEmpty()) rows.add(new String[] {words.word(label), value});
    }

    private void table(List<String[]> rows) {
        int widest = 0;
        for (String[] row : rows) widest = Math.max(widest, Fold.columns(row[0]));
        for (String[] row : rows) {
            hanging(INDENT + row[0] + " ".repeat(widest - Fold.columns(row[0]) + 2), row[1]);
        }
    }

    private void stranger(Stranger stranger) {
        StatusClass statusClass = stranger.statusClass();
        boolean classed = statusClass.id().endsWith("xx");
        String key = classed ? "known-class" : stranger.treatedAs() < 0 ? "none" : "outside";
        paragraph("", words.word("unknown." + key, stranger.code()));
        if (classed) {
            if (stranger.unassigned()) paragraph("", words.word("unknown.unassigned"));
            text.append('\n');
            List<String[]> rows = new ArrayList<>();
            row(rows, "field.class", list(List.of(statusClass.id(), words.of(statusClass))));
            StringBuilder treated = new StringBuilder().append(stranger.treatedAs());
            for (Listing same : atlas.of(treated.toString())) {
                treated.append(' ').append(same.phrase());
            }
            row(rows, "unknown.treated", treated.toString());
            table(rows);
        }
        if (stranger.nearest().isEmpty()) return;
        heading("unknown.nearest");
        text.append(StatusList.rows(stranger.nearest()));
    }

    private void unassigned() {
        heading("heading.unassigned");
        List<String> spans = new ArrayList<>();
        for (Span span : atlas.unassigned()) spans.add(span.toString());
        paragraph(INDENT, String.join(", ", spans));
    }

    private String list(List<String> parts) {
        return String.join(words.word("separator"), parts);
    }

    private void heading(String key) {
        text.append('\n').append(words.word(key)).append('\n');
    }

    private void paragraph(String indent, String sentence) {
        for (String line : Fold.lines(sentence, Fold.WIDTH - indent.length())) {
            text.append(indent).append(line).append('\n');
        }
    }

    /// A paragraph whose further lines start under its first word.
    private void hanging(String lead, String sentence) {
        int columns = Fold.columns(lead);
        String start = lead;
        for (String line : Fold.lines(sentence, Fold.WIDTH - columns)) {
            text.append(start).append(line).append('\n');
            start = " ".repeat(columns);
        }
    }
}

package dev.goodgate.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The pages under `docs/status`, made from the atlas: one an entry, linked with each other, and
/// one that lists them.
final class Pages {
    private static final Pattern RFC = Pattern.compile("RFC (\\d+) §([0-9.]+\\d)");
    private static final String RFC_LINK =
            "[RFC $1 §$2](https://www.rfc-editor.org/rfc/rfc$1#section-$2)";

    private final Atlas atlas = Atlas.open();
    private final Words words = Words.in("en");

    /// File name to text.
    Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("README.md", index());
        for (Listing listing : atlas.all()) {
            pages.put(listing.name() + ".md", page(atlas.read(listing, words)));
        }
        return pages;
    }

    private String index() {
        StringBuilder text = new StringBuilder();
        text.append("# Status codes\n\nEvery HTTP status code that somebody may meet, official or")
                .append(
                        " not. `goodgate status CODE` shows the\nsame in a terminal. These pages are")
                .append(" made from the files in\n")
                .append("[status](../../status/src/main/resources/dev/goodgate/status/codes).\n");
        Map<String, List<Listing>> groups = new LinkedHashMap<>();
        for (Listing listing : atlas.all()) {
            groups.computeIfAbsent(group(listing), _ -> new ArrayList<>()).add(listing);
        }
        groups.forEach((heading, group) -> {
            text.append("\n## ").append(heading).append("\n\n");
            for (Listing listing : group) {
                text.append("- ").append(link(listing)).append(note(listing)).append('\n');
            }
        });
        text.append("\n## Unassigned by IANA\n\n");
        List<String> spans = atlas.unassigned().stream().map(Span::toString).toList();
        text.append(String.join(", ", spans)).append('\n');
        return text.toString();
    }

    private String group(Listing listing) {
        if (listing.kind() == Kind.DETAIL) return listing.vendor() + ", beside a status";
        if (listing.kind() == Kind.WARNING) return "Codes of the retired field Warning";
        String id = listing.statusClass().id();
        String name = words.of(listing.statusClass());
        return id.endsWith("xx") ? id + ", " + name : "Status: " + name;
    }

    private static String note(Listing listing) {
        if (listing.kind() == Kind.DETAIL || listing.kind() == Kind.WARNING) return "";
        if (!listing.vendor().isEmpty()) return " (" + listing.vendor() + ")";
        return listing.kind() == Kind.OFFICIAL ? "" : " (" + listing.kind().id() + ")";
    }

    private String page(Entry entry) {
        Listing listing = entry.listing();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(title(listing)).append("\n\n[All codes](README.md)\n\n");
        text.append(entry.meaning()).append("\n\n");
        table(text, entry);
        text.append("\n## What it tells about the path\n\n").append(entry.path()).append('\n');
        for (Audience audience : Audience.values()) {
            text.append("\n## ").append(words.word("audience." + audience.id())).append("\n\n");
            for (String sentence : entry.advice().getOrDefault(audience, List.of())) {
                text.append("- ").append(sentence).append('\n');
            }
        }
        twins(text, entry);
        if (atlas.of(Integer.toString(listing.status())).indexOf(listing) == 0) {
            links(text, "heading.details", atlas.detailsOf(listing.status()));
        }
        if (!listing.vendor().isEmpty()) neighbours(text, listing);
        return text.toString();
    }

    private void table(StringBuilder text, Entry entry) {
        Listing listing = entry.listing();
        text.append("| | |\n|--|--|\n");
        if (listing.kind() == Kind.DETAIL && listing.status() > 0) {
            String status = Integer.toString(listing.status());
            StringBuilder links = new StringBuilder();
            for (Listing same : atlas.of(status)) {
                boolean strange =
                        !same.vendor().isEmpty() && !same.vendor().equals(listing.vendor());
                if (strange && !same.equals(atlas.of(status).getFirst())) continue;
                links.append(links.isEmpty() ? "" : ", ").append(link(same));
            }
            row(text, "status", links.isEmpty() ? status : links.toString());
        }
        String id = listing.statusClass().id();
        String name = words.of(listing.statusClass());
        row(text, "class", id.endsWith("xx") ? id + ", " + name : name);
        row(text, "kind", words.of(listing.kind()));
        row(text, "vendor", listing.vendor());
        row(text, "defined", source(entry.definedIn()));
        row(text, "replaces", source(entry.replaces()));
        row(text, "also", String.join(", ", entry.otherNames()));
        row(text, "emitted", String.join(", ", entry.emittedBy()));
        row(text, "retry", words.word("retry." + entry.retry().id()));
        row(text, "cacheable", words.word("cacheable." + entry.cacheable().id()));
    }

    private void row(StringBuilder text, String key, String value) {
        if (value.isEmpty()) return;
        String label = words.word("field." + key);
        text.append("| ").append(label).append(" | ").append(value).append(" |\n");
    }

    private static String source(String text) {
        if (text.startsWith("https://")) return "<" + text + ">";
        return RFC.matcher(text).replaceAll(RFC_LINK);
    }

    private void twins(StringBuilder text, Entry entry) {
        boolean apart = !entry.tellApart().isEmpty();
        links(text, apart ? "heading.apart" : "heading.related", entry.twins());
        if (apart) text.append('\n').append(entry.tellApart()).append('\n');
    }

    private void links(StringBuilder text, String heading, List<Listing> listings) {
        if (listings.isEmpty()) return;
        text.append("\n## ").append(words.word(heading)).append("\n\n");
        for (Listing listing : listings) {
            text.append("- ").append(link(listing)).append(vendor(listing)).append('\n');
        }
    }

    private void neighbours(StringBuilder text, Listing listing) {
        List<String> links = new ArrayList<>();
        for (Listing other : atlas.all()) {
            if (!other.vendor().equals(listing.vendor()) || other.equals(listing)) continue;
            links.add("[" + other.code() + "](" + other.name() + ".md)");
        }
        if (links.isEmpty()) return;
        text.append("\n## More of ").append(listing.vendor()).append("\n\n");
        text.append(String.join("\n", links)).append('\n');
    }

    private static String link(Listing listing) {
        String text = listing.code() + " " + listing.phrase();
        return "[" + text + "](" + listing.name() + ".md)";
    }

    private static String title(Listing listing) {
        return listing.code() + " " + listing.phrase() + vendor(listing);
    }

    private static String vendor(Listing listing) {
        return listing.vendor().isEmpty() ? "" : " (" + listing.vendor() + ")";
    }
}

package dev.goodgate.cli;

import dev.goodgate.status.Kind;
import dev.goodgate.status.Listing;
import dev.goodgate.status.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Codes one a line.
final class StatusList {
    private static final int WIDEST_PHRASE = 48;

    private final Words words;

    StatusList(Words words) {
        this.words = words;
    }

    /// Under a heading for each class; what stands beside a status, under one for each vendor.
    String grouped(List<Listing> listings) {
        Map<String, List<Listing>> groups = new LinkedHashMap<>();
        for (Listing listing : listings) {
            groups.computeIfAbsent(group(listing), _ -> new ArrayList<>()).add(listing);
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((heading, group) -> {
            if (!text.isEmpty()) text.append('\n');
            text.append(heading).append('\n').append(rows(group, isVendors(group)));
        });
        return text.toString();
    }

    private String group(Listing listing) {
        if (listing.kind() == Kind.DETAIL) {
            return listing.vendor() + ": " + words.of(Kind.DETAIL);
        }
        if (listing.kind() == Kind.WARNING) return "Warning: " + words.of(Kind.WARNING);
        String id = listing.statusClass().id();
        String name = words.of(listing.statusClass());
        return id.endsWith("xx") ? id + ": " + name : name;
    }

    private static boolean isVendors(List<Listing> group) {
        return group.getFirst().kind() == Kind.DETAIL;
    }

    /// Code, phrase and whose it is.
    static String rows(List<Listing> listings) {
        return rows(listings, false);
    }

    private static String rows(List<Listing> listings, boolean ofOneVendor) {
        int code = 0;
        int phrase = 0;
        for (Listing listing : listings) {
            code = Math.max(code, listing.code().length());
            phrase = Math.max(phrase, Math.min(listing.phrase().length(), WIDEST_PHRASE));
        }
        StringBuilder text = new StringBuilder();
        for (Listing listing : listings) {
            String note = ofOneVendor ? "" : note(listing);
            text.append("  ").append(listing.code());
            text.repeat(' ', code - listing.code().length() + 2).append(listing.phrase());
            if (!note.isEmpty()) {
                text.repeat(' ', Math.max(0, phrase - listing.phrase().length()) + 2).append(note);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String note(Listing listing) {
        if (!listing.vendor().isEmpty()) return listing.vendor();
        return listing.kind() == Kind.OFFICIAL ? "" : listing.kind().id();
    }
}

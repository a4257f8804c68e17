package dev.goodgate.cli;

import dev.goodgate.status.Atlas;
import dev.goodgate.status.Hit;
import dev.goodgate.status.Listing;
import dev.goodgate.status.StatusClass;
import dev.goodgate.status.Stranger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What the atlas has for what somebody asked.
///
/// @param asked as typed; empty for everything
/// @param shown what was asked for
/// @param inFull whether each of them is explained, or only listed
/// @param related what has to do with it
/// @param stranger what can be said of a number that is not known
record StatusAnswer(
        String asked,
        List<Listing> shown,
        boolean inFull,
        List<Listing> related,
        Optional<Stranger> stranger) {
    private static final int LONGEST_NUMBER = 9;

    StatusAnswer {
        shown = List.copyOf(shown);
        related = List.copyOf(related);
    }

    static StatusAnswer to(String asked, Atlas atlas, Predicate<Listing> filter, String language) {
        if (asked.isEmpty()) return list(asked, kept(atlas.all(), filter));
        List<Listing> found = kept(atlas.of(asked), filter);
        if (!found.isEmpty()) {
            Listing first = found.getFirst();
            List<Listing> details = atlas.detailsOf(first.status());
            boolean isDetail = details.contains(first) || first.status() < 0;
            List<Listing> related = isDetail ? List.of() : kept(details, filter);
            return new StatusAnswer(asked, found, true, related, Optional.empty());
        }
        if (isNumber(asked)) {
            Stranger stranger = atlas.stranger(Integer.parseInt(asked));
            return new StatusAnswer(asked, List.of(), false, List.of(), Optional.of(stranger));
        }
        Optional<StatusClass> wanted = StatusClass.named(asked);
        if (wanted.isPresent()) {
            Predicate<Listing> both = filter.and(one -> one.statusClass() == wanted.get());
            return list(asked, kept(atlas.all(), both));
        }
        return found(asked, atlas.search(asked, language), filter);
    }

    private static StatusAnswer found(String asked, List<Hit> hits, Predicate<Listing> filter) {
        List<Listing> exact = new ArrayList<>();
        List<Listing> others = new ArrayList<>();
        for (Hit hit : hits) {
            if (filter.test(hit.listing())) (hit.exact() ? exact : others).add(hit.listing());
        }
        if (exact.isEmpty() && others.size() != 1) return list(asked, others);
        if (exact.isEmpty()) return new StatusAnswer(asked, others, true, exact, Optional.empty());
        return new StatusAnswer(asked, exact, true, others, Optional.empty());
    }

    private static StatusAnswer list(String asked, List<Listing> shown) {
        return new StatusAnswer(asked, shown, false, List.of(), Optional.empty());
    }

    private static List<Listing> kept(List<Listing> listings, Predicate<Listing> filter) {
        List<Listing> kept = new ArrayList<>();
        for (Listing listing : listings) {
            if (filter.test(listing)) kept.add(listing);
        }
        return kept;
    }

    private static boolean isNumber(String text) {
        if (text.length() > LONGEST_NUMBER) return false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        }
        return true;
    }
}

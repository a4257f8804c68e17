package dev.goodgate.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds entries by what somebody typed: the phrase counts most, then a code among other words as a
/// page or a log shows it (`502 Bad Gateway`, `Error 1020`), other names, the vendor, and the
/// meaning last. Reads every file of the atlas.
final class Search {
    /// From here on a hit is what was asked for, not merely related.
    static final int EXACT = 90;

    /// A code with words that fit nowhere.
    private static final int CODE = 60;

    /// What stands around a code and says nothing.
    private static final Pattern NOISE =
            Pattern.compile("http(/[0-9.]+)?|https|error|status|code|:|,");

    private final String wanted;
    private final List<String> words;
    private final List<String> telling;
    private final String language;

    Search(String text, String language) {
        this.wanted = plain(text).strip();
        this.words = List.of(wanted.split(" +", -1));
        this.telling =
                words.stream()
                        .map(word -> word.replaceAll("^[(]+|[):;,.]+$", ""))
                        .filter(word -> !word.isEmpty() && !NOISE.matcher(word).matches())
                        .toList();
        this.language = language;
    }

    /// Best first; equals keep the order of the atlas.
    List<Hit> in(List<Listing> listings) {
        List<Hit> hits = new ArrayList<>();
        if (wanted.isEmpty()) return hits;
        for (Listing listing : listings) {
            int score = score(listing);
            if (score > 0) hits.add(new Hit(listing, score >= EXACT, score));
        }
        hits.sort(Comparator.comparingInt(Hit::score).reversed());
        return hits;
    }

    private int score(Listing listing) {
        String phrase = plain(listing.phrase());
        if (phrase.equals(wanted)) return 100;
        EntryFile file = EntryFile.of(listing);
        if (telling.contains(plain(listing.code()))) return coded(listing, file);
        int others = 0;
        for (String name : file.otherNames()) others = Math.max(others, other(name));
        if (others == EXACT) return EXACT;
        if (phrase.contains(wanted)) return 80;
        if (hasWords(phrase)) return 70;
        if (others > 0) return others;
        String vendor = plain(listing.vendor());
        if (vendor.contains(wanted)) return 50;
        if (hasWords(vendor + " " + phrase)) return 45;
        return hasWords(vendor + " " + phrase + " " + plain(file.meaning(language))) ? 30 : 0;
    }

    /// Whether the words beside the code are about that entry.
    private int coded(Listing listing, EntryFile file) {
        String about =
                String.join(
                        " ",
                        listing.code(),
                        listing.vendor(),
                        listing.phrase(),
                        String.join(" ", file.otherNames()),
                        file.meaning(language));
        return telling.stream().allMatch(plain(about)::contains) ? EXACT : CODE;
    }

    private int other(String name) {
        String lower = plain(name);
        if (lower.equals(wanted)) return EXACT;
        return lower.contains(wanted) ? 60 : 0;
    }

    /// Lower case, with the apostrophe and the space that keyboards have: what is copied from our
    /// own texts brings others.
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00a0', ' ');
    }

    private boolean hasWords(String text) {
        for (String word : words) {
            if (!text.contains(word)) return false;
        }
        return true;
    }
}

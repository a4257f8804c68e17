package dev.goodgate.logs.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words that stand in a line in this order, anything or nothing between them. Compared in small
/// letters. Written with `…` for each gap: `connect() … failed (111 … while connecting`.
public record Pattern(List<String> words) {
    private static final int SHORTEST = 5;
    private static final char GAP = '…';

    public Pattern {
        words = List.copyOf(words);
    }

    /// The pattern as written.
    static Pattern of(String written) {
        List<String> words = new ArrayList<>();
        int from = 0;
        while (from <= written.length()) {
            int gap = written.indexOf(GAP, from);
            if (gap < 0) gap = written.length();
            String word = written.substring(from, gap).strip();
            if (!word.isEmpty()) words.add(word.toLowerCase(Locale.ROOT));
            from = gap + 1;
        }
        return new Pattern(words);
    }

    /// Whether the text, in small letters, has the words in their order.
    boolean in(String text) {
        int from = 0;
        for (String word : words) {
            int at = text.indexOf(word, from);
            if (at < 0) return false;
            from = at + word.length();
        }
        return true;
    }

    /// The longest of the words: a line without it cannot match.
    String longest() {
        String longest = "";
        for (String word : words) {
            if (word.length() > longest.length()) longest = word;
        }
        return longest;
    }

    /// The word to search lines for: of those long enough the one that the fewest patterns have, so
    /// that few signs are tried in vain; of equally rare ones the longest.
    String anchor(Map<String, Integer> uses) {
        String best = longest();
        for (String word : words) {
            if (word.length() < SHORTEST) continue;
            int byUse = Integer.compare(uses.getOrDefault(word, 0), uses.getOrDefault(best, 0));
            if (byUse < 0 || (byUse == 0 && word.length() > best.length())) best = word;
        }
        return best;
    }
}

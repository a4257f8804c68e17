package dev.goodgate.gateway.config;

import java.util.Collection;

/// The word somebody probably meant: by Damerau-Levenshtein distance (insert, delete, replace, swap
/// neighbours), and only if it is close.
final class Nearest {
    private Nearest() {}

    /// The closest of `words`, or empty text when none is close.
    static String of(String seen, Collection<String> words) {
        String best = "";
        int least = Math.max(1, Math.min(seen.length(), 24) / 3) + 1;
        for (String word : words) {
            int distance = distance(seen, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best.isEmpty() ? longer(seen, words) : best;
    }

    /// The word that `seen` only lengthens or shortens: `connect-timeout` for `connect`.
    private static String longer(String seen, Collection<String> words) {
        return words.stream()
                .filter(word -> Math.min(word.length(), seen.length()) >= 4)
                .filter(word -> seen.startsWith(word) || word.startsWith(seen))
                .findFirst()
                .orElse("");
    }

    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                cost[i][j] = step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}

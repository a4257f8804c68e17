package dev.goodgate.logs.rule;

import dev.goodgate.logs.tally.Group;
import dev.goodgate.logs.tally.Quote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where applications say that they listen.
final class Listening {
    private static final List<String> WORDS =
            List.of("listening at: http", "listening on ", "running on http", "listening on: http");

    private Listening() {}

    /// `host:port` of each such line, each once. A port alone is `0.0.0.0:port`.
    static List<String> in(Facts facts) {
        Set<String> found = new LinkedHashSet<>();
        for (Group group : facts.groups()) {
            if (!group.key().sign().endsWith(".listening")) continue;
            for (Quote quote : group.quotes()) {
                String address = address(quote.text().toLowerCase(Locale.ROOT));
                if (!address.isEmpty()) found.add(address);
            }
        }
        return new ArrayList<>(found);
    }

    private static String address(String line) {
        for (String word : WORDS) {
            int at = line.indexOf(word);
            if (at < 0) continue;
            String rest = line.substring(at + word.length()).strip();
            return place(rest);
        }
        return "";
    }

    private static String place(String rest) {
        String text = rest;
        for (String skipped : List.of("https://", "http://", "s://", "://", "port ", "port: ")) {
            if (text.startsWith(skipped)) text = text.substring(skipped.length());
        }
        int end = 0;
        while (end < text.length() && fits(text.charAt(end))) end++;
        while (end > 0 && text.charAt(end - 1) == '.') end--;
        String word = text.substring(0, end);
        int colon = word.lastIndexOf(':');
        String port = word.substring(colon + 1);
        if (port.isEmpty() || !port.chars().allMatch(c -> c >= '0' && c <= '9')) return "";
        return colon <= 0 ? "0.0.0.0:" + port : word;
    }

    private static boolean fits(char c) {
        return Character.isLetterOrDigit(c) || ".-:[]*".indexOf(c) >= 0;
    }
}

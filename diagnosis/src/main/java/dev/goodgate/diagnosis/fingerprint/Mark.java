package dev.goodgate.diagnosis.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text to look for in the [PageText] of a body. `^` in front pins it to the beginning, `$` at
/// the end to the end; `*` stands for up to 100 characters within one tag. There is no other
/// syntax, and the time is linear in the page.
record Mark(String text, List<String> parts, boolean first, boolean last) {
    private static final int GAP = 100;

    Mark {
        parts = List.copyOf(parts);
    }

    static Mark of(String text) {
        boolean first = text.startsWith("^");
        boolean last = text.endsWith("$");
        String bare = text.substring(first ? 1 : 0, text.length() - (last ? 1 : 0));
        return new Mark(text, Arrays.asList(bare.split("\\*", -1)), first, last);
    }

    boolean in(String page) {
        String head = parts.getFirst();
        if (first) return page.startsWith(head) && rest(page, head.length());
        if (parts.size() == 1 && last) return page.endsWith(head);
        for (int at = page.indexOf(head); at >= 0; at = page.indexOf(head, at + 1)) {
            if (rest(page, at + head.length())) return true;
        }
        return false;
    }

    private boolean rest(String page, int from) {
        int at = from;
        for (int i = 1; i < parts.size(); i++) {
            String part = parts.get(i);
            int found = near(page, part, at);
            if (found < 0) return false;
            at = found + part.length();
        }
        return !last || at == page.length();
    }

    private static int near(String page, String part, int from) {
        int end = Math.min(page.length() - part.length(), from + GAP);
        for (int at = from; at <= end; at++) {
            if (page.startsWith(part, at)) return at;
            if (page.charAt(at) == '>') return -1;
        }
        return -1;
    }

    /// How much it says: longer marks are rarer, and one that is the whole page is rarer still.
    int weight() {
        int length = parts.stream().mapToInt(String::length).sum();
        return length + (first ? 8 : 0) + (last ? 8 : 0);
    }

    /// The mark without its syntax: a page that has it.
    String example() {
        return String.join("x", new ArrayList<>(parts));
    }
}

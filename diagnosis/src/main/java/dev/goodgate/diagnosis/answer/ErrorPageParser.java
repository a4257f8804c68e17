package dev.goodgate.diagnosis.answer;

import dev.goodgate.diagnosis.answer.ErrorPage.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cuts an error page at its slots and follows the HTML around them as a browser does, because what
/// is escaped for text and quoted attributes is not safe elsewhere: a slot in a script, a style, a
/// comment or a bare attribute is refused.
final class ErrorPageParser {
    private static final int LONGEST_SHOWN = 40;

    /// Elements whose content is not markup and in which no escape holds.
    private static final Set<String> RAW =
            Set.of("script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext");

    /// Elements whose content is text only, escapes and all.
    private static final Set<String> TEXT_ONLY = Set.of("title", "textarea");

    /// Where in the page we are; `text` allows words, `markup` slots that are elements too.
    private enum Place {
        CONTENT("in content", true),
        TEXT_ONLY("in an element that holds text only", true),
        ATTRIBUTE("in an attribute", true),
        TAG("in a tag outside of quotes", false),
        CODE_ATTRIBUTE("in an attribute that is code", false),
        COMMENT("in a comment", false),
        RAW("in a script or style", false);

        private final String words;
        private final boolean text;

        Place(String words, boolean text) {
            this.words = words;
            this.text = text;
        }
    }

    private final String page;
    private final String lower;
    private final List<ErrorPage.Piece> pieces = new ArrayList<>();
    private Place place = Place.CONTENT;
    private String element = "";
    private char quote;
    private int at;
    private int pieceFrom;

    ErrorPageParser(String page) {
        this.page = page;
        this.lower = lower(page);
    }

    /// In small letters, ASCII alone: as HTML compares names, and every place stays where it is
    /// (the small form of some letters, such as İ, is longer).
    private static String lower(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            char c = out.charAt(i);
            if (c >= 'A' && c <= 'Z') out.setCharAt(i, (char) (c + ('a' - 'A')));
        }
        return out.toString();
    }

    Reading read() {
        while (at < page.length()) {
            if (page.startsWith("{{", at)) {
                Optional<Reading> wrong = slot();
                if (wrong.isPresent()) return wrong.get();
            } else {
                step();
            }
        }
        pieces.add(new ErrorPage.Piece(page.substring(pieceFrom), List.of()));
        return new Reading.Good(new ErrorPage(pieces));
    }

    private Optional<Reading> slot() {
        int close = page.indexOf("}}", at);
        int line = page.indexOf('\n', at);
        boolean closed = close >= 0 && (line < 0 || close < line);
        String name = closed ? page.substring(at + 2, close).strip() : "";
        Optional<PageSlot> slot = PageSlot.find(name);
        if (!place.text) {
            if (slot.isPresent()) {
                String seen = "{{" + name + "}} " + place.words;
                return wrong(seen, "slots in content and in quoted attributes only");
            }
            step();
            return Optional.empty();
        }
        if (!closed) return wrong(shown(at), "}} on the same line");
        if (slot.isEmpty()) {
            return wrong(shown(at), "one of " + String.join(", ", ErrorPage.slots()));
        }
        if (slot.get().markup() && place != Place.CONTENT) {
            return wrong("{{" + name + "}} " + place.words, "content: the slot is markup itself");
        }
        pieces.add(new ErrorPage.Piece(page.substring(pieceFrom, at), List.of(slot.get())));
        at = close + 2;
        pieceFrom = at;
        return Optional.empty();
    }

    /// One character on, or one mark.
    private void step() {
        char c = page.charAt(at);
        switch (place) {
            case CONTENT -> content(c);
            case TAG -> tag(c);
            case ATTRIBUTE, CODE_ATTRIBUTE -> {
                if (c == quote) place = Place.TAG;
            }
            case COMMENT -> {
                if (page.startsWith("-->", at)) place = Place.CONTENT;
            }
            case RAW, TEXT_ONLY -> {
                if (lower.startsWith("</", at) && word(at + 2).equals(element)) open("");
            }
        }
        at++;
    }

    private void content(char c) {
        if (c != '<' || at + 1 >= page.length()) return;
        char next = lower.charAt(at + 1);
        if (page.startsWith("<!--", at)) place = Place.COMMENT;
        else if (next >= 'a' && next <= 'z') open(word(at + 1));
        else if (next == '/' || next == '!' || next == '?') open("");
    }

    private void open(String name) {
        place = Place.TAG;
        element = name;
    }

    private void tag(char c) {
        if (c == '>') {
            if (RAW.contains(element)) place = Place.RAW;
            else place = TEXT_ONLY.contains(element) ? Place.TEXT_ONLY : Place.CONTENT;
        } else if (c == '"' || c == '\'') {
            String name = attribute();
            if (name.isEmpty()) return;
            quote = c;
            boolean code = name.startsWith("on") || name.equals("style") || name.equals("srcdoc");
            place = code ? Place.CODE_ATTRIBUTE : Place.ATTRIBUTE;
        }
    }

    /// The attribute whose value the quote here opens; empty when it opens none.
    private String attribute() {
        int end = back(at);
        if (end == 0 || page.charAt(end - 1) != '=') return "";
        end = back(end - 1);
        int from = end;
        while (from > 0 && isNamed(lower.charAt(from - 1))) from--;
        return lower.substring(from, end);
    }

    private int back(int from) {
        int to = from;
        while (to > 0 && Character.isWhitespace(page.charAt(to - 1))) to--;
        return to;
    }

    private String word(int from) {
        int to = from;
        while (to < lower.length() && isNamed(lower.charAt(to))) to++;
        return lower.substring(from, to);
    }

    private static boolean isNamed(char c) {
        return !Character.isWhitespace(c) && "/>=\"'".indexOf(c) < 0;
    }

    private String shown(int from) {
        int end = page.indexOf('\n', from);
        String line = page.substring(from, end < 0 ? page.length() : end).strip();
        int close = line.indexOf("}}");
        String shown = close < 0 ? line : line.substring(0, close + 2);
        return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…";
    }

    private Optional<Reading> wrong(String seen, String expected) {
        int line = 1;
        int from = 0;
        for (int end; (end = page.indexOf('\n', from)) >= 0 && end < at; from = end + 1) line++;
        return Optional.of(new Reading.Wrong(line, at - from + 1, seen, expected));
    }
}

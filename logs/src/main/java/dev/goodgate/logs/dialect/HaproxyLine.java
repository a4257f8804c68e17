package dev.goodgate.logs.dialect;

import dev.goodgate.logs.line.Clock;
import dev.goodgate.logs.line.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What HAProxy's HTTP and TCP log lines share: words, among them times joined by slashes, a
/// termination state and counts of connections joined by slashes.
final class HaproxyLine {
    private static final String CLOSERS = "CSPLRIDUKcs-";
    private static final String PHASES = "RQCHDLTP-";
    private static final int MOST = 64;

    final String text;
    final List<String> words = new ArrayList<>();
    private int quote;

    /// The words before the first quote.
    HaproxyLine(String text) {
        this.text = text;
        quote = text.indexOf('"');
        if (quote < 0) quote = text.length();
        Cursor cursor = new Cursor(text, 0);
        while (words.size() < MOST && !cursor.spaces().end() && cursor.at < quote) {
            char next = cursor.peek();
            words.add(next == '{' ? braces(cursor) : cursor.word());
        }
    }

    private static String braces(Cursor cursor) {
        int close = cursor.text.indexOf('}', cursor.at);
        if (close < 0) return cursor.word();
        String all = cursor.text.substring(cursor.at, close + 1);
        cursor.at = close + 1;
        return all;
    }

    /// Whether so many numbers, or more, stand somewhere in the text with slashes between.
    static boolean joins(String text, int numbers) {
        int slash = text.indexOf('/');
        while (slash >= 0) {
            int from = slash;
            int count = slash > 0 && Shape.digit(text.charAt(slash - 1)) ? 1 : -text.length();
            while (slash < text.length() && "0123456789-+/".indexOf(text.charAt(slash)) >= 0) {
                if (text.charAt(slash++) == '/') count++;
            }
            if (count >= numbers) return true;
            slash = text.indexOf('/', Math.max(slash, from + 1));
        }
        return false;
    }

    /// The error of a connection that a format adds behind the state, empty where there is none.
    String error(int state) {
        StringBuilder said = new StringBuilder();
        boolean error = false;
        for (int i = state + 1; i < words.size(); i++) {
            String word = words.get(i);
            error |= word.contains("/error:") || word.equals("SSL") || word.equals("certificate");
            said.append(said.isEmpty() ? "" : " ").append(word);
        }
        return error ? said.toString() : "";
    }

    /// The word at that index, empty outside.
    String word(int index) {
        return index < 0 || index >= words.size() ? "" : words.get(index);
    }

    /// The first word from that index on that joins so many numbers with slashes; -1 if none.
    int joined(int from, int numbers) {
        for (int i = Math.max(from, 0); i < words.size(); i++) {
            if (joins(words.get(i)) == numbers) return i;
        }
        return -1;
    }

    /// Where `backend/server` stands, before the times at that index; -1 if nowhere.
    int server(int times) {
        for (int i = Math.min(times, words.size()) - 1; i >= 0 && !word(i).startsWith("["); i--) {
            if (word(i).indexOf('/') > 0) return i;
        }
        return -1;
    }

    /// How many numbers the word joins with slashes; 0 when it does not.
    private static int joins(String word) {
        int numbers = 1;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean sign = (c == '-' || c == '+') && (i == 0 || word.charAt(i - 1) == '/');
            if (c == '/') numbers++;
            else if (!Shape.digit(c) && !sign) return 0;
        }
        return word.isEmpty() || word.endsWith("/") || word.startsWith("/") ? 0 : numbers;
    }

    /// Whether the word is a termination state of that length.
    static boolean state(String word, int length) {
        if (word.length() != length) return false;
        if (CLOSERS.indexOf(word.charAt(0)) < 0 || PHASES.indexOf(word.charAt(1)) < 0) return false;
        for (int i = 2; i < length; i++) {
            char c = word.charAt(i);
            if (c != '-' && (c < 'A' || c > 'Z')) return false;
        }
        return true;
    }

    /// The quoted request, empty where there is none.
    String request() {
        return quote >= text.length() ? "" : new Cursor(text, quote).quoted();
    }

    /// The number at that place of a joined word; -1 for a negative or missing one.
    static long part(String joined, int index) {
        Cursor cursor = new Cursor(joined, 0);
        for (int i = 0; i < index; i++) cursor.upTo('/');
        return Shape.count(cursor.upTo('/'));
    }

    /// A draft with what stands before the times: client, time, and `backend/server`, the word at
    /// that index.
    Draft draft(String dialect, Line line, Clock clock, int server) {
        Draft draft = Entry.of(dialect).pid(line.pid());
        long micros = line.micros();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("[") && word.length() > 12) {
                Clock.Stamp stamp = clock.at(word, 1);
                if (stamp.found()) micros = stamp.micros();
                if (Shape.address(word(i - 1))) draft.client(client(word(i - 1)));
                break;
            }
        }
        if (word(server).indexOf('/') > 0) draft.route(word(server));
        return draft.at(micros);
    }

    private static String client(String address) {
        return address.substring(0, address.lastIndexOf(':'));
    }

    /// Adds the state's sign; says whether it did. A transfer that ended well has none, and what
    /// HAProxy answered itself below 400 is no failure.
    static boolean sign(Draft draft, String state, int status) {
        if (state.length() < 2 || state.charAt(0) == '-' || state.charAt(1) == '-') return false;
        char phase = Character.toLowerCase(state.charAt(1));
        if (status > 0 && status < 400 && phase != 'd' && phase != 'l') return false;
        String closer =
                switch (state.charAt(0)) {
                    case 's' -> "st";
                    case 'c' -> "ct";
                    default -> state.substring(0, 1).toLowerCase(Locale.ROOT);
                };
        boolean rate = status == 429 && closer.equals("p") && phase == 'r';
        draft.sign(rate ? "haproxy.state.pr.429" : "haproxy.state." + closer + phase);
        return true;
    }
}
